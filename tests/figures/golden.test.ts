import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { csvLine } from '../../src/dataset/csv.ts';
import type { Row, Value } from '../../src/engine/engine.ts';
import { figures } from '../../src/figures/figures.ts';
import { drawnRows, editions } from './draw.ts';

/** Fewer rows that still show a change, for figures that draw many. */
const summaries: Record<string, (rows: readonly Row[]) => Row[]> = {
  'score-by-size': sizesInShort,
  'score-and-co2-by-size': (rows) => rows.filter(({ layer }) => layer === 'doubling'),
  'score-per-parameter-curve': sizesInShort,
  'benchmark-distributions': (rows) => rows.filter(({ layer }) => layer !== 'bin'),
  'co2-vs-score-by-provider': (rows) => rows.filter(({ layer }) => layer !== 'cell'),
  'fine-tune-vs-base': (rows) => rows.filter(({ layer }) => layer !== 'cell'),
  'co2-by-size': (rows) => rows.filter(({ layer }) => layer !== 'cell'),
  'score-vs-co2': (rows) => rows.filter(({ layer }) => layer !== 'cell'),
  'ability-map': (rows) => rows.filter(({ layer }) => layer !== 'cell'),
  'moe-active-parameters': (rows) => rows.filter(({ layer, label }) => layer !== 'moe' || label !== null),
  'format-experiment': (rows) => rows.filter(({ layer }) => layer !== 'dot'),
  'family-ladders': (rows) =>
    rows.filter(({ stage, change }) => stage !== 'pretrained' || Number(change) < 0),
  headroom: (rows) => rows.filter(({ layer }) => layer !== 'median'),
  'capacity-density': (rows) => rows.filter(({ layer }) => layer !== 'model'),
  'swiss-round': (rows) => rows.slice(0, 40),
  'noise-floor': (rows) => rows.filter(({ layer }) => layer !== 'dot'),
};

/** More rows than this nobody reads in a review. */
const mostRows = 80;

describe.each(figures)('$id draws what it drew', (figure) => {
  test.each(editions)('on $preparation', async ({ preparation, query }) => {
    expect(
      existsSync(`tests/figures/${figure.id}.test.ts`),
      'what nothing computes a second time is not accepted as a snapshot',
    ).toBe(true);
    const rows = (summaries[figure.id] ?? ((all) => [...all]))(await drawnRows(figure, query));
    expect(rows.length, 'add a summary of the rows to this test').toBeLessThanOrEqual(mostRows);
    const cells = rows.map((row) => Object.values(row).map(rounded));
    const text = [Object.keys(rows[0] ?? {}), ...cells].map(csvLine).join('');
    await expect(text).toMatchFileSnapshot(`../golden/${figure.id}.${preparation}.csv`);
  });
});

const rounded = (value: Value) => (typeof value === 'number' ? String(Number(value.toPrecision(6))) : value);

/** What stands for all models, the medians at sizes, and the models of each column of cells two quarters wide. */
function sizesInShort(rows: readonly Row[]): Row[] {
  const columns = new Map<number, number>();
  for (const { layer, x0, n } of rows)
    if (layer === 'cell') {
      const half = 2 ** (Math.floor(Math.log2(Number(x0)) * 2) / 2);
      columns.set(half, (columns.get(half) ?? 0) + Number(n));
    }
  const blank = { layer: 'column', x0: null, y0: null, low: null, mid: null, high: null, n: null };
  return [
    ...[...columns].map(([x0, n]) => ({ ...blank, x0, n })),
    ...rows
      .filter(({ layer }) => layer !== 'cell')
      .map(({ layer, x0, y0, low, mid, high, n }) => ({ ...blank, layer, x0, y0, low, mid, high, n }) as Row),
  ];
}
