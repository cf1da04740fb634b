import { describe, expect, test } from 'vitest';
import { report } from '../../report.ts';
import { modelsOf, samples, statistic } from './samples.ts';

const prefixes = {
  qwen: ['Qwen'],
  llama: ['Llama', 'Mllama'],
  mistral: ['Mistral', 'Mixtral'],
  gemma: ['Gemma', 'RecurrentGemma'],
};
const quarters = {
  '2024_q2': ['2024-04-01', '2024-06-30'],
  '2024_q3': ['2024-07-01', '2024-09-30'],
  '2024_q4': ['2024-10-01', '2024-12-31'],
  '2025_q1': ['2025-01-01', '2025-03-31'],
} as const;

describe.each(samples)('“$query”', (sample) => {
  const counted = async (sql: string) => {
    const [row] = await (await report()).query(sql);
    return row!;
  };

  test('shares of families by quarter, and the rise between two', async () => {
    for (const [family, starts] of Object.entries(prefixes)) {
      const is = starts.map((start) => `starts_with(architecture, '${start}')`).join(' OR ');
      const shares: Record<string, number | null> = {};
      for (const [quarter, [from, to]] of Object.entries(quarters)) {
        const { n, hits } = await counted(
          `SELECT CAST(count(*) AS INTEGER) AS n, CAST(count(*) FILTER (${is}) AS INTEGER) AS hits
           FROM ${modelsOf(sample)} WHERE submission_date BETWEEN '${from}' AND '${to}'`,
        );
        const found = await statistic(sample, `families.${family}.share.${quarter}`);
        expect(found.n).toBe(n);
        shares[quarter] = n === 0 ? null : Number(hits) / Number(n);
        if (n === 0) expect(found.value).toBeNull();
        else expect(found.value).toBeCloseTo(shares[quarter]!, 10);
      }
      const rise = await statistic(sample, `families.${family}.rise`);
      const [before, since] = [shares['2024_q3'], shares['2025_q1']];
      if (typeof before !== 'number' || typeof since !== 'number') expect(rise.value).toBeNull();
      else expect(rise.value).toBeCloseTo(since - before, 10);
    }
  });

  test('the index over families, each other architecture a family of its own', async () => {
    const family = `CASE ${[
      ...Object.entries(prefixes),
      ['phi', ['Phi']] as const,
      ['granite', ['Granite']] as const,
    ]
      .map(
        ([name, starts]) =>
          `WHEN ${starts.map((start) => `starts_with(architecture, '${start}')`).join(' OR ')} THEN '${name}'`,
      )
      .join(' ')} ELSE coalesce(architecture, '') END`;
    for (const [quarter, [from, to]] of Object.entries(quarters)) {
      const { index } = await counted(
        `WITH of AS (SELECT ${family} AS family, count(*) AS n FROM ${modelsOf(sample)}
           WHERE submission_date BETWEEN '${from}' AND '${to}' GROUP BY 1)
         SELECT sum(n * n) / (sum(n) * sum(n)) AS index FROM of`,
      );
      const found = (await statistic(sample, `families.hhi.${quarter}`)).value;
      if (index === null) expect(found).toBeNull();
      else expect(found).toBeCloseTo(Number(index), 10);
    }
  });
});
