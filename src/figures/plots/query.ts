import type { TopLevelSpec } from 'vega-lite';
import { chartConfig, ink } from '../theme.ts';
import { axisTitle, plotRows } from './axis.ts';

const spec = (rest: object): TopLevelSpec =>
  ({
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    data: plotRows,
    width: 480,
    height: 300,
    autosize: { type: 'fit', contains: 'padding' },
    config: chartConfig('phone'),
    ...rest,
  }) as TopLevelSpec;

const axis = (title: string) => ({ title, gridColor: ink.grid, labelOverlap: 'greedy' });
const numbers = (channel: 'x' | 'y', zero: boolean) => ({
  field: channel,
  type: 'quantitative',
  scale: { zero },
  axis: axis(axisTitle[channel]),
});
const days = { field: 'x', type: 'temporal', scale: { type: 'utc' }, axis: axis(axisTitle.x) };

const along = {
  day: { ...days, axis: { ...days.axis, tickCount: 6 } },
  number: { ...numbers('x', false), axis: { ...axis(axisTitle.x), tickCount: 6 } },
};

/** Bars that lie: the names of what is counted are seldom short. */
const bars = spec({
  mark: { type: 'bar', color: ink.accent },
  encoding: {
    y: {
      field: 'label',
      type: 'nominal',
      sort: null,
      axis: {
        title: axisTitle.x,
        titleAngle: 0,
        titleAlign: 'left',
        titleAnchor: 'start',
        titleY: -8,
        titleX: 0,
        // The page has cut the labels, so that different names stay different.
        labelLimit: 0,
        grid: false,
      },
    },
    x: { ...numbers('y', true), axis: { ...axis(axisTitle.y), tickCount: 5 } },
    tooltip: [
      { field: 'x', type: 'nominal', title: axisTitle.x },
      { field: 'y', type: 'quantitative', title: axisTitle.y },
    ],
  },
});

const drawn = (mark: object, x: object, type: string) =>
  spec({
    mark,
    encoding: {
      x,
      y: numbers('y', false),
      tooltip: [
        { field: 'x', type, title: axisTitle.x },
        { field: 'y', type: 'quantitative', title: axisTitle.y },
      ],
    },
  });

const line = { type: 'line', color: ink.accent, point: { color: ink.accent, size: 20 } };
const points = { type: 'circle', color: ink.accent, size: 22, opacity: 0.6 };

/**
 * Quick charts of the results of readers' queries: `rows` holds `x` and `y`, days as numbers, and of bars `label`. A line joins the
 * rows in the order of x. The page sets how wide they are, and how high where bars need it.
 */
export const queryPlots: Readonly<Record<string, TopLevelSpec>> = {
  'query-bars': bars,
  'query-line-day': drawn(line, along.day, 'temporal'),
  'query-line-number': drawn(line, along.number, 'quantitative'),
  'query-points-day': drawn(points, along.day, 'temporal'),
  'query-points-number': drawn(points, along.number, 'quantitative'),
};
