import { expect, test } from 'vitest';
import { typeProfileFigure } from '../../src/figures/type-profile.ts';
import { report } from '../report.ts';
import { drawnRows, editions } from './draw.ts';

const scores: Record<string, string> = {
  Average: 'median(average)',
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
  expect(rows).toHaveLength(42);
  for (const row of rows) {
    const [own] = await (
      await report()
    ).query(
      `SELECT CAST(${scores[String(row.score)]} AS DOUBLE) AS value, CAST(count(*) AS INTEGER) AS n FROM ${preparation} WHERE type IN (${types[String(row.type)]})`,
    );
    expect(row.n).toBe(own!.n);
    if (row.value === null) expect(row.n).toBeLessThan(10);
    else expect(row.value).toBeCloseTo(own!.value as number, 10);
  }
});

test('the takeaway names the best in the average and in IFEval, by hand', () => {
  const row = (score: string, type: string, value: number | null) => ({
    score,
    type,
    value,
    low: null,
    high: null,
    n: 20,
  });
  const averages = [row('Average', 'chat', 25), row('Average', 'merge', 30), row('Average', 'other', null)];
  const ifeval = (chat: number) => [row('IFEval', 'chat', chat), row('IFEval', 'merge', 40)];
  expect(typeProfileFigure.takeaway([...averages, ...ifeval(50)])).toBe(
    'The type “merge” has the highest median average, 30.0 points; in IFEval it is “chat”, with 50.0.',
  );
  expect(typeProfileFigure.takeaway([...averages, ...ifeval(20)])).toBe(
    'The type “merge” has the highest median average, 30.0 points, and the highest median in IFEval, 40.0.',
  );
  expect(typeProfileFigure.takeaway(averages.slice(1))).toMatch(/^Too few/);
});
