import { expect, test } from 'vitest';
import { capacityDensityFigure } from '../../src/figures/capacity-density.ts';
import { estimatesOf, report } from '../report.ts';
import { drawnRows, editions } from './draw.ts';

test.each(editions)(
  'dots by SQL, lines by the statistics on $preparation',
  async ({ preparation, query }) => {
    const rows = await drawnRows(capacityDensityFigure, query);
    const dots = rows.filter(({ layer }) => layer !== 'line');
    const own = await (
      await report()
    ).query(
      `WITH key AS (SELECT parameters_b AS size, average, lead(parameters_b) OVER (ORDER BY parameters_b) AS next_size,
         lead(average) OVER (ORDER BY parameters_b) AS next
       FROM reviewed WHERE regexp_full_match(model, 'Qwen/Qwen2[.]5-[0-9.]+B'))
     SELECT model, min(key.size * power(next_size / key.size, (m.average - key.average) / (next - key.average))) / any_value(parameters_b) AS density
     FROM ${preparation} AS m JOIN key ON m.average BETWEEN key.average AND key.next
     WHERE type = 'pretrained' AND parameters_b > 0 AND upload_date > '2022-03-02' GROUP BY m.row, model ORDER BY model, density`,
    );
    const sorted = dots
      .map(({ model, density }) => ({ model: String(model), density: Number(density) }))
      .toSorted((a, b) => (a.model === b.model ? a.density - b.density : a.model < b.model ? -1 : 1));
    expect(sorted.map(({ model }) => model)).toEqual(own.map(({ model }) => model));
    sorted.forEach(({ density }, i) => expect(density).toBeCloseTo(Number(own[i]!.density), 9));

    const estimates = await estimatesOf(query, 'density.models');
    for (const [label, id] of [
      ['all', 'frontier'],
      ['over 1 B', 'frontier_over_1b'],
    ]) {
      const { value, low, high } = estimates[`density.${id}.doublings`]!;
      const ends = rows.filter((row) => row.layer === 'line' && row.label === label);
      expect(ends.map(({ doublings, low: from, high: to }) => [doublings, from, to])).toEqual([
        [value, low, high],
        [value, low, high],
      ]);
      const [from, to] = ends.map(({ day, density }) => [
        Date.parse(String(day)),
        Math.log2(Number(density)),
      ]);
      const year = 365.2425 * 86_400_000;
      expect(((to![1]! - from![1]!) / (to![0]! - from![0]!)) * year).toBeCloseTo(value!, 6);
    }
  },
);

test('the sentence by hand', () => {
  const key = (parameters_b: number, average: number) => ({
    ...row('q', '', parameters_b, average),
    reference: true,
    day: null,
  });
  const row = (model: string, day: string, parameters_b: number, average: number) => ({
    reference: false,
    organisation: model,
    lineage: model,
    model,
    caution: null,
    day,
    parameters_b,
    average,
    row: 1,
  });
  const reference = [key(1, 10), key(4, 20)];
  const made = capacityDensityFigure.derive([
    ...reference,
    row('x/old', '2022-06-01', 4, 20),
    row('y/mid', '2023-06-01', 2, 20),
    row('z/new', '2024-05-31', 1, 20),
  ]);
  expect(
    made.map(({ layer, label, density }) => [layer, label, Math.round(Number(density) * 100) / 100]),
  ).toEqual([
    ['record', 'old', 1],
    ['record', 'mid', 2],
    ['record', 'new', 4],
    ['line', 'all', 1],
    ['line', 'all', 4],
    ['line', 'the paper', 0.19],
    ['line', 'the paper', 21.5],
  ]);
  expect(capacityDensityFigure.takeaway(made)).toBe(
    'The highest density rose from 1.00 (x/old) to 4.00 (z/new), along a line of 1.0 doublings a year; the paper reports 3.4.',
  );
  expect(capacityDensityFigure.n(made)).toBe(3);
  expect(capacityDensityFigure.takeaway(capacityDensityFigure.derive(reference))).toContain(
    'No pretrained model',
  );
});
