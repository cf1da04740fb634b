import { expect, test } from 'vitest';
import { typeProfileFigure } from '../../src/figures/type-profile.ts';
import { report } from '../report.ts';
import { drawnRows, editions } from './draw.ts';

const scores: Record<string, string> = {
  'Average, median': 'median(average)',
  'Average, worst tenth': 'quantile_cont(average, 0.1)',
  IFEval: 'median(ifeval)',
  BBH: 'median(bbh)',
  'MATH level 5': 'median(math)',
  GPQA: 'median(gpqa)',
  MuSR: 'median(musr)',
  'MMLU-Pro': 'median(mmlu_pro)',
};
const types: Record<string, string> = {
  pretrained: `'pretrained'`,
  continued: `'continued'`,
  'fine-tuned': `'fine-tuned'`,
  chat: `'chat'`,
  merge: `'merge'`,
  'multimodal, other': `'multimodal', 'other'`,
};

test.each(editions)('every dot by SQL on $preparation', async ({ preparation, query }) => {
  const rows = await drawnRows(typeProfileFigure, query);
  expect(rows).toHaveLength(48);
  for (const row of rows) {
    const [own] = await (
      await report()
    ).query(
      `SELECT CAST(${scores[String(row.score)]} AS DOUBLE) AS value, CAST(count(*) AS INTEGER) AS n FROM ${preparation} WHERE type IN (${types[String(row.type)]})`,
    );
    expect(row.n).toBe(own!.n);
    // A tenth of fewer than ten models is no model.
    if (row.value === null) expect(row.n).toBeLessThan(10);
    else expect(row.value).toBeCloseTo(own!.value as number, 10);
  }
});

test('the takeaway leaves tails out that carry no interval, by hand', () => {
  const row = (score: string, type: string, value: number | null, low: number | null) => ({
    score,
    type,
    value,
    low,
    n: 20,
  });
  const medians = [row('Average, median', 'chat', 30, 29), row('Average, median', 'merge', 25, 24)];
  const tail = (low: number | null) => [
    row('Average, worst tenth', 'chat', 9, 8),
    row('Average, worst tenth', 'merge', 12, 11),
    row('Average, worst tenth', 'other', 20, low),
  ];
  expect(typeProfileFigure.takeaway([...medians, ...tail(null)])).toBe(
    'The type “chat” has the highest median average, 30.0 points; of the types large enough for an interval “merge” has the highest tail, with 12.0 points or less for its worst tenth.',
  );
  expect(typeProfileFigure.takeaway([...medians, ...tail(19)])).toContain(
    '“other” has the highest tail, with 20.0',
  );
  expect(typeProfileFigure.takeaway(medians)).toBe(
    'The type “chat” has the highest median average, 30.0 points.',
  );
  expect(typeProfileFigure.takeaway(medians.slice(1))).toMatch(/^Too few/);
});
