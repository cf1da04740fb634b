import { parse, View, type Spec } from 'vega';
import { expect, test } from 'vitest';
import {
  shareScales,
  sharedScales,
  unionOf,
  withSharedScales,
} from '../../../src/reader/versus/shared-scales.ts';

const spec: Spec = {
  data: [{ name: 'rows' }],
  scales: [
    { name: 'x', type: 'linear', range: [0, 100], domain: { data: 'rows', field: 'x' }, zero: true },
    { name: 'y', type: 'log', range: [0, 100], domain: { data: 'rows', field: 'y' } },
    { name: 'fixed', type: 'linear', range: [0, 100], domain: [0, 1] },
    { name: 'kind', type: 'band', range: [0, 100], domain: { data: 'rows', field: 'kind' } },
  ],
};

test('only continuous scales that follow the rows are shared', () => {
  expect(sharedScales(spec)).toEqual(['x', 'y']);
});

test('a scale that something else sets is left to it, and so are the signals of a chart', () => {
  const signal = { name: 'zoom', value: [0, 1] };
  const zoomed = { ...spec.scales![0]!, name: 'zoomed', domainRaw: { signal: 'zoom' } };
  const other: Spec = {
    signals: [signal],
    scales: [zoomed, { name: 'asked', type: 'linear', domain: { signal: 'zoom' } }, ...spec.scales!],
  };
  expect(sharedScales(other)).toEqual(['x', 'y']);
  const made = withSharedScales(other);
  expect(made.signals).toEqual([
    signal,
    { name: 'shared_x', value: null },
    { name: 'shared_y', value: null },
  ]);
  expect(made.scales!.slice(0, 2)).toEqual(other.scales!.slice(0, 2));
  expect(withSharedScales({})).toEqual({ signals: [], scales: [] });
});

test('the domain of both is the least that holds both', () => {
  expect(unionOf([2, 5], [-1, 3])).toEqual([-1, 5]);
  expect(unionOf([new Date(10), new Date(20)], [new Date(15), new Date(30)])).toEqual([10, 30]);
  expect(unionOf([NaN, 1], [0, 1])).toBeUndefined();
  expect(unionOf([], [0, 1])).toBeUndefined();
  expect(unionOf([0, 1], [])).toBeUndefined();
});

const drawn = async (rows: { x: number; y: number; kind: string }[]) => {
  const made = withSharedScales(spec);
  const data = [{ name: 'rows', values: rows }];
  return new View(parse({ ...made, data }), { renderer: 'none' }).runAsync();
};
const domainOf = (view: View, name: string) => (view.scale(name) as { domain(): number[] }).domain();

test('two drawings of one chart have the same axes, each its own classes', async () => {
  const a = await drawn([
    { x: 2, y: 10, kind: 'p' },
    { x: 8, y: 100, kind: 'p' },
  ]);
  const b = await drawn([
    { x: -3, y: 1, kind: 'q' },
    { x: 4, y: 20, kind: 'q' },
  ]);
  expect(domainOf(a, 'x')).toEqual([0, 8]);
  await shareScales(spec, a, b);
  for (const view of [a, b]) {
    expect(domainOf(view, 'x')).toEqual([-3, 8]);
    expect(domainOf(view, 'y')).toEqual([1, 100]);
    expect(domainOf(view, 'fixed')).toEqual([0, 1]);
  }
  expect(domainOf(a, 'kind')).toEqual(['p']);
  expect(domainOf(b, 'kind')).toEqual(['q']);
});
