import type {
  MarkPropFieldDef,
  PositionFieldDef,
  StringFieldDef,
} from 'vega-lite/types_unstable/channeldef.js';
import { ink } from '../theme.ts';

/** What says, in the line of an estimate without a value, why there is none. */
export const tooFew = (y: PositionFieldDef<string>) => tooFewOf('value', y, { datum: 0 });

/** The same for an estimate in another column, and where the axis has no zero to stand at. */
export const tooFewOf = <X>(column: string, y: PositionFieldDef<string>, x: X) => ({
  transform: [{ filter: `!isValid(datum.${column})` }],
  mark: { type: 'text' as const, align: 'left' as const, color: ink.muted },
  encoding: { y, x, text: { value: 'too few models' } },
});

/** What bars of estimates need to know. */
export interface EstimateBars {
  y: PositionFieldDef<string>;
  axis: { title: string; tickCount: number };
  color: MarkPropFieldDef<string>;
  /** How values are written. */
  format: string;
  /** Height of a bar, and the room between its end and its value. */
  height: number;
  gap: number;
  /** What the tooltip says before the value: which bar it is. */
  says: readonly StringFieldDef<string>[];
  /** What the tooltip calls the value and the number of values behind it. */
  titles: { value: string; n: string };
}

/**
 * Layers of bars with 95 % intervals and their values written beyond, over the rows' columns `value`, `low`,
 * `high`, `n` and `average`: means, which the seed drew, are pale.
 */
export const estimateBars = ({ y, axis, color, format, height, gap, says, titles }: EstimateBars) => [
  {
    mark: { type: 'bar' as const, height, cornerRadiusEnd: 2 },
    encoding: {
      y,
      x: { field: 'value', type: 'quantitative' as const, axis },
      color,
      opacity: { condition: { test: "datum.average === 'mean'", value: 0.45 }, value: 0.9 },
      tooltip: [
        ...says,
        { field: 'value', title: titles.value, format },
        { field: 'low', title: '95 % from', format },
        { field: 'high', title: '95 % to', format },
        { field: 'n', title: titles.n, format: ',' },
      ],
    },
  },
  // On a ground of paper, because some bars are as pale as the ink, in the dark.
  ...[
    { strokeWidth: 4, color: ink.paper },
    { strokeWidth: 1.5, color: ink.text },
  ].map((line) => ({
    mark: { type: 'rule' as const, ...line },
    encoding: { y, x: { field: 'low', type: 'quantitative' as const }, x2: { field: 'high' } },
  })),
  tooFew(y),
  {
    transform: [
      { filter: 'isValid(datum.value)' },
      { calculate: 'max(datum.value, isValid(datum.high) ? datum.high : datum.value)', as: 'right' },
    ],
    mark: { type: 'text' as const, align: 'left' as const, dx: gap },
    encoding: {
      y,
      x: { field: 'right', type: 'quantitative' as const },
      text: { field: 'value', type: 'quantitative' as const, format },
    },
  },
];
