import { View, parse } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import type { TopLevelSpec } from 'vega-lite';
import { expect, test } from 'vitest';
import { farthestRight, layerOf, only } from '../../../src/figures/parts/layers.ts';
import { compileChart } from '../../../src/rendering/svg.ts';

const rows = [
  { layer: 'line', group: 'a', x0: 1 },
  { layer: 'line', group: 'b', x0: 5 },
  { layer: 'line', group: 'a', x0: 3 },
  { layer: 'other', group: 'a', x0: 9 },
];

/** The x0 of the rows that a chart with these transforms is left with. */
async function left(transform: TopLevelSpec['transform']): Promise<number[]> {
  const chart: TopLevelSpec = {
    data: { name: 'rows' },
    transform,
    mark: 'point',
    encoding: { x: { field: 'x0', type: 'quantitative' } },
  };
  const view = new View(parse(compileChart('test', chart), undefined, { ast: true }), {
    renderer: 'none',
    expr: expressionInterpreter,
  });
  await view.data('rows', structuredClone(rows)).runAsync();
  const found = view.data('data_0') as { x0: number }[];
  view.finalize();
  return found.map(({ x0 }) => x0);
}

test('the rows of a layer, among rows and in a chart', async () => {
  expect(layerOf(rows, 'line').map(({ x0 }) => x0)).toEqual([1, 5, 3]);
  expect(layerOf(rows, 'none')).toEqual([]);
  expect(await left([only('line')])).toEqual([1, 5, 3]);
});

test('the row of a layer farthest right, of all and of each group', async () => {
  expect(await left(farthestRight('line'))).toEqual([5]);
  expect((await left(farthestRight('line', ['group']))).sort()).toEqual([3, 5]);
});
