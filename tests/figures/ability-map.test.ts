import { expect, test } from 'vitest';
import { abilityMap } from '../../src/figures/ability-map.ts';
import { report } from '../report.ts';
import { drawnRows, editions } from './draw.ts';

const columns: Record<string, string> = {
  IFEval: 'ifeval',
  BBH: 'bbh',
  MATH: 'math',
  GPQA: 'gpqa',
  MuSR: 'musr',
  'MMLU-Pro': 'mmlu_pro',
};
const names = Object.values(columns);

test.each(editions)(
  'arrows are eigenvectors of the correlations, as long as the share says, on $preparation',
  async ({ preparation, query }) => {
    const rows = await drawnRows(abilityMap, query);
    const loadings = rows.filter(({ layer }) => layer === 'loading');
    const shares = rows.filter(({ layer }) => layer === 'component').map(({ share }) => Number(share));
    const [own] = await (
      await report()
    ).query(
      `SELECT ${names.flatMap((a) => names.map((b) => `corr(${a}_raw, ${b}_raw) AS "${a} ${b}"`)).join(', ')} FROM ${preparation}`,
    );
    for (const [index, axis] of ['x1', 'y1'].entries()) {
      // A third of the arrow is the correlation of the benchmark with the component: R a = λ a, |a|² = λ.
      const arrow = Object.fromEntries(
        loadings.map((row) => [columns[String(row.label)]!, Number(row[axis]) / 3]),
      );
      const eigenvalue = 6 * shares[index]!;
      expect(names.reduce((sum, name) => sum + arrow[name]! ** 2, 0)).toBeCloseTo(eigenvalue, 9);
      for (const a of names)
        expect(names.reduce((sum, b) => sum + Number(own![`${a} ${b}`]) * arrow[b]!, 0)).toBeCloseTo(
          eigenvalue * arrow[a]!,
          8,
        );
    }
    expect(shares[0]).toBeGreaterThan(shares[1]!);
    for (const row of loadings) expect(Number(row.x1)).toBeGreaterThan(0);
  },
);

test('every model stands in one cell, and the names do not overlap', async () => {
  const rows = await drawnRows(abilityMap, '');
  const cells = rows.filter(({ layer }) => layer === 'cell');
  expect(cells.reduce((sum, row) => sum + Number(row.n), 0)).toBe(abilityMap.n(rows));
  // Standardised scores have the mean zero: the cells balance, to half a cell.
  const mean = (from: string, to: string) =>
    cells.reduce((sum, row) => sum + (Number(row.n) * (Number(row[from]) + Number(row[to]))) / 2, 0) /
    abilityMap.n(rows);
  expect(Math.abs(mean('x0', 'x1'))).toBeLessThan(0.2);
  expect(Math.abs(mean('y0', 'y1'))).toBeLessThan(0.2);
  const at = rows
    .filter(({ layer }) => layer === 'loading')
    .map((row) => Number(row.at))
    .sort((a, b) => a - b);
  for (let i = 1; i < at.length; i++) expect(at[i]! - at[i - 1]!).toBeGreaterThan(0.37);
});

test('a few models, or models that do not differ, leave no map', () => {
  const model = (value: number) => ({
    organisation: 'an',
    lineage: 'an/example',
    model: 'an/example',
    caution: null,
    ...Object.fromEntries(names.map((name) => [name, value])),
  });
  for (const rows of [[], [model(0.2), model(0.4)], Array.from({ length: 30 }, () => model(0.5))]) {
    const drawn = abilityMap.derive(rows);
    expect(drawn.map(({ share }) => share)).toEqual([null, null]);
    expect(abilityMap.takeaway(drawn)).toMatch(/^Too few/);
  }
});
