import { expect, test } from 'vitest';
import type { Answer } from '../../src/explorer/answer.ts';
import { firstPlots, firstView } from '../../src/explorer/first-view.ts';
import { frameOf } from '../../src/explorer/frame.ts';
import { groupsOf } from '../../src/explorer/groups.ts';
import { defaultOptions } from '../../src/explorer/options.ts';
import { markupOf } from '../../src/rendering/markup.ts';
import { wholeTable } from '../../src/slice/slice.ts';
import { modelRow } from './model-row.ts';

const rows = [
  modelRow(5, { model: 'x/<b>"y"', parameters_b: 7, average: 40.125, caution: 'flagged' }),
  modelRow(9, { model: 'x/z', parameters_b: 3, average: 20 }),
];
const mask = new Uint8Array(2).fill(1);
const answer: Answer = {
  slice: wholeTable,
  options: defaultOptions,
  frame: frameOf('reviewed', rows),
  base: mask,
  kept: mask,
  count: 1234,
  rows: rows.map((row) => ({ ...row, license: null })),
  groups: groupsOf(defaultOptions.groups, [
    { grp: 'qwen', value: 40.125 },
    { grp: 'other', value: 20 },
  ]),
};
const markup = markupOf(
  firstView(answer, { plots: '/plots/', finder: '/models/' }, '2025-03-13', { plot2: '<svg id="still">' }),
);

test('the page opens with its rows, of which it tells how many there are in all', () => {
  expect(markup).toContain('1,234 of 2 models in the slice');
  expect(markup).toContain('<table aria-label="Models of the slice" aria-rowcount="1235">');
  const body = /<tbody class="first-view">(.*?)<\/tbody>/.exec(markup)![1]!;
  expect([...body.matchAll(/<tr aria-rowindex="(\d+)">/g)].map(([, index]) => index)).toEqual(['2', '3']);
  expect(body).toContain('40.13</td>');
  expect(body).toContain('title="Caution: flagged by the maintainers"');
  expect(body).toContain('href="/models/?m=x/z"');
});

test('names of models stay text', () => {
  expect(markup.split('<b>')).toHaveLength(1);
  expect(markup.split('>x/&lt;b>&quot;y&quot;</a>')).toHaveLength(2);
});

test('a plot that the build drew stands in its place', () => {
  expect(markup.split('<svg id="still">')).toHaveLength(2);
  expect(markup.indexOf('Scatter plot 2')).toBeLessThan(markup.indexOf('<svg id="still">'));
  expect(firstPlots(answer).map(([place, { id }, height]) => [place, id, height])).toEqual([
    ['plot1', 'scatter-log-linear', 320],
    ['plot2', 'scatter-log-linear', 320],
    ['histogram1', 'histogram-log', 130],
    ['histogram2', 'histogram-linear', 130],
    ['histogram3', 'histogram-log', 130],
    ['histogram4', 'histogram-day', 130],
  ]);
});

test('the name of a group leads to the slice of its models', () => {
  expect(markup).toContain(
    '<a href="?family=qwen" title="Keep these models alone" data-step="true">Qwen</a>',
  );
});

test('columns say what they mean', () => {
  expect(markup).toMatch(/<th scope="col" aria-sort="descending" data-type="number" title="[^"]+">/);
});
