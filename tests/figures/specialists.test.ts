import { expect, test } from 'vitest';
import { specialistsFigure } from '../../src/figures/specialists.ts';
import { report } from '../report.ts';
import { drawnRows, editions } from './draw.ts';

test.each(editions)(
  'three models a benchmark, furthest first, on $preparation',
  async ({ preparation, query }) => {
    const rows = await drawnRows(specialistsFigure, query);
    expect(rows).toHaveLength(18);
    const columns = ['ifeval', 'bbh', 'math', 'gpqa', 'musr', 'mmlu_pro'];
    for (const [index, column] of columns.entries()) {
      const [first, second, third] = rows.slice(3 * index, 3 * index + 3);
      expect([first, second, third].map((row) => row!.place)).toEqual([1, 2, 3]);
      expect(Number(first!.above)).toBeGreaterThanOrEqual(Number(second!.above));
      expect(Number(second!.above)).toBeGreaterThanOrEqual(Number(third!.above));
      for (const row of [first!, second!, third!]) {
        const own = await (
          await report()
        ).query(`SELECT ${column}_raw AS raw FROM ${preparation} WHERE model = '${String(row.model)}'`);
        expect(own.map(({ raw }) => Math.round(1e9 * Number(raw)))).toContain(
          Math.round(1e7 * Number(row.result)),
        );
        expect(Number(row.suggested) + Number(row.above)).toBeCloseTo(Number(row.result), 9);
        const clears = Number(row.above) > Number(row.noise) && Number(row.above) > Number(row.scatter);
        expect(row.stands_out).toBe(clears ? 'yes' : 'no');
      }
    }
  },
);

test.each(editions)(
  'the furthest are the ones that the chapter names, on $preparation',
  async ({ query }) => {
    const rows = await drawnRows(specialistsFigure, query);
    const of = (benchmark: string) =>
      rows.filter((row) => row.benchmark === benchmark).map(({ name }) => name);
    expect(of('MATH').slice(0, 2)).toEqual(['Benchmaxx-Llama-3.2-1B-Instruct', 'AceMath-72B-Instruct']);
    expect(of('BBH')[0]).toBe('Benchmaxx-Llama-3.2-1B-Instruct');
    expect(specialistsFigure.takeaway(rows)).toContain('On 5 of 6 benchmarks');
    expect(specialistsFigure.takeaway(rows)).toContain(
      'Benchmaxx-Llama-3.2-1B-Instruct (caution: results at odds with each other) in MATH',
    );
  },
);

test('the takeaway without a standout, and without models, by hand', () => {
  const row = {
    benchmark: 'BBH',
    place: 1,
    name: 'x',
    above: 3,
    noise: 4,
    scatter: 5,
    stands_out: 'no',
    n: 60,
  };
  expect(specialistsFigure.takeaway([row])).toContain('None of the 1 benchmarks has');
  expect(specialistsFigure.takeaway(specialistsFigure.derive([]))).toMatch(/^Too few/);
  expect(specialistsFigure.derive([])).toHaveLength(6);
});
