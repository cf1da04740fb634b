import { expect, test } from 'vitest';
import { sizeExplains } from '../../src/figures/size-explains.ts';
import { drawnRows, editions } from './draw.ts';
import { line } from './line.ts';
import { estimatesOf } from '../report.ts';
import { askOwn } from './own-models.ts';

const entries = [
  { id: 'scaling.r2.ifeval', label: 'IFEval', y: 'run.ifeval_raw' },
  { id: 'scaling.r2.bbh', label: 'BBH', y: 'run.bbh_raw' },
  { id: 'scaling.r2.math', label: 'MATH level 5', y: 'run.math_raw' },
  { id: 'scaling.r2.gpqa', label: 'GPQA', y: 'run.gpqa_raw' },
  { id: 'scaling.r2.musr', label: 'MuSR', y: 'run.musr_raw' },
  { id: 'scaling.r2.mmlu_pro', label: 'MMLU-Pro', y: 'run.mmlu_pro_raw' },
  { id: 'scaling.r2', label: 'Average', y: 'run.average' },
];

const percent = (share: number) => `${(100 * share).toFixed(0)}\u00a0%`;

test.each(editions)(
  'R² of each raw result on log size, with the interval of the statistic, on $preparation',
  async (edition) => {
    const rows = await drawnRows(sizeExplains, edition.query);
    const alt = sizeExplains.alt(rows);
    expect(rows.map(({ label }) => label)).toEqual(entries.map(({ label }) => label));
    const found: { label: string; r2: number }[] = [];
    for (const [index, { id, label, y }] of entries.entries()) {
      const [own] = await askOwn(edition.preparation, line('ln(b)', y));
      const [r2, n] = [Number(own?.r2), Number(own?.n)];
      const { low, high } = (await estimatesOf(edition.query, id))[id]!;
      expect(rows[index]?.n).toBe(n);
      expect(Number(rows[index]?.value)).toBeCloseTo(r2, 9);
      expect([rows[index]?.low, rows[index]?.high]).toEqual([low, high]);
      expect(alt).toContain(`${label}: ${percent(r2)}.`);
      if (label !== 'Average') found.push({ label, r2 });
    }
    const sorted = found.toSorted((a, b) => b.r2 - a.r2);
    expect(sizeExplains.takeaway(rows)).toBe(
      `Most for ${sorted[0]!.label} (${percent(sorted[0]!.r2)}), least for ${sorted.at(-1)!.label} (${percent(sorted.at(-1)!.r2)}).`,
    );
  },
);

test('the takeaway names no benchmark where size explains nothing, by hand', () => {
  const say = (...values: number[]) =>
    sizeExplains.takeaway(
      values.map((value, index) => ({ label: `B${index}`, value, low: 0, high: 1, n: 20 })),
    );
  expect(say(0.004, 0.001)).toBe('None of them: even for B0 the share is 0\u00a0%.');
  expect(say(0.001, 0.006)).toBe('Most for B1 (1\u00a0%), least for B0 (0\u00a0%).');
});
