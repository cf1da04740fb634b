import type { Drawing } from '../figure.ts';

/** An axis in doublings that ends where the data end. */
export const logScale = { type: 'log', base: 2, nice: false } as const;

/** What a position on a log axis needs to know. */
export interface LogPosition {
  field: string;
  title: string;
  /** Values that carry a label. */
  ticks: readonly number[];
  /** Whether lines cross the chart at the labels; they do unless told. */
  grid?: boolean;
}

/** A column of the rows as a position on a log axis. */
export const logPosition = ({ field, title, ticks, grid = true }: LogPosition) => ({
  field,
  type: 'quantitative' as const,
  scale: logScale,
  axis: { title, ...(!grid && { grid }), values: [...ticks], format: '~r' },
});

const sizes: Record<Drawing, readonly number[]> = {
  desktop: [0.125, 0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 128],
  phone: [0.125, 0.5, 2, 8, 32, 128],
  wide: [0.125, 0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 128],
};

/** Sizes of models from left to right, in the column `x0`; `from` is the least that carries a label. */
export const acrossSizes = (drawing: Drawing, from = 0) =>
  logPosition({
    field: 'x0',
    title: 'Parameters (billions, log scale)',
    ticks: sizes[drawing].filter((size) => size >= from),
    grid: false,
  });

/** Carbon of evaluations as a position, named as the title unless told. */
export const carbonPosition = ({
  title = 'CO₂ of the evaluation',
  ...axis
}: Omit<LogPosition, 'title'> & { title?: string }) =>
  logPosition({ ...axis, title: `${title} (kg, log scale)` });
