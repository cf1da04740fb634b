import { expect, test } from 'vitest';
import { tailMeanEstimate } from '../../../src/statistics/methods/tail-mean.ts';
import { report } from '../../report.ts';
import { expectEqual, modelsOf, samples, statistic, wholes } from './samples.ts';

const types = {
  pretrained: `type = 'pretrained'`,
  continued: `type = 'continued'`,
  'fine-tuned': `type = 'fine-tuned'`,
  'fine-tuned.near_8b': `type = 'fine-tuned' AND parameters_b > 6 AND parameters_b <= 9`,
  chat: `type = 'chat'`,
  merge: `type = 'merge'`,
  'merge.near_8b': `type = 'merge' AND parameters_b > 6 AND parameters_b <= 9`,
  other: `type IN ('multimodal', 'other')`,
};

/** The mean of the lowest share of a column of averages in SQL, the last of them by the part that is missing. */
const tailInSql = (sample: (typeof samples)[number], where: string, p: number) => `
  WITH m AS (
    SELECT average, row_number() OVER (ORDER BY average, row) AS place, count(*) OVER () AS n
    FROM ${modelsOf(sample)} WHERE ${where}
  )
  SELECT sum(average * greatest(0, least(1, n * ${p} - place + 1))) / sum(greatest(0, least(1, n * ${p} - place + 1))) AS value,
    CAST(count(*) AS INTEGER) AS n
  FROM m`;

test.each(samples)('“$query”: means of the worst twentieth and tenth', async (sample) => {
  for (const [type, where] of Object.entries(types))
    for (const [id, p] of [
      ['cvar5', 0.05],
      ['cvar10', 0.1],
    ] as const) {
      if (type.endsWith('near_8b') && id === 'cvar5') continue;
      const [own] = await (await report()).query(tailInSql(sample, where, p));
      const found = await statistic(sample, `tails.${type}.${id}`);
      expectEqual(found.value, own!.value, `${type} ${id}`);
      expect(found.n, type).toBe(own!.n);
      expect(found.low ?? 0, 'no average is below 0').toBeGreaterThanOrEqual(0);
    }
});

test.each(wholes)(
  '“$query”: the leads of merges are differences of the statistics beside them',
  async (sample) => {
    const of = async (id: string) => (await statistic(sample, id)).value!;
    const median =
      (await of('profile.merge.average.median')) - (await of('profile.pretrained.average.median'));
    const worst = (await of('tails.merge.cvar5')) - (await of('tails.pretrained.cvar5'));
    expect(await of('tails.merge.lead.median')).toBeCloseTo(median, 9);
    expect(await of('tails.merge.lead.cvar5')).toBeCloseTo(worst, 9);
    expect(await of('tails.merge.lead.lost')).toBeCloseTo(median - worst, 9);
  },
);

test('a low bound stops at zero, where the mean of the tail and its interval are as they are', async () => {
  const rows = (await (
    await report()
  ).query(`SELECT average FROM reviewed WHERE type = 'chat' ORDER BY row`)) as { average: number }[];
  const alone = tailMeanEstimate(
    rows.map(({ average }) => average),
    0.1,
  );
  const published = await statistic(wholes[0]!, 'tails.chat.cvar10');
  expect(published.independent!.low).toBeCloseTo(alone.low!, 9);
});
