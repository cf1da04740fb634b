import { expect, test } from 'vitest';
import { sizeExplains } from '../../src/figures/size-explains.ts';
import { drawnRows, editions } from './draw.ts';
import { line } from './line.ts';
import { askOwn } from './own-models.ts';

const entries = [
  { label: 'IFEval', y: 'run.ifeval_raw' },
  { label: 'BBH', y: 'run.bbh_raw' },
  { label: 'MATH level 5', y: 'run.math_raw' },
  { label: 'GPQA', y: 'run.gpqa_raw' },
  { label: 'MuSR', y: 'run.musr_raw' },
  { label: 'MMLU-Pro', y: 'run.mmlu_pro_raw' },
  { label: 'Average', y: 'run.average' },
];

test.each(editions)(
  'R² of each raw result on log size, with Fisher’s interval, on $preparation',
  async (edition) => {
    const rows = await drawnRows(sizeExplains, edition.query);
    const alt = sizeExplains.alt(rows);
    expect(rows.map(({ label }) => label)).toEqual(entries.map(({ label }) => label));
    const found: { label: string; r2: number }[] = [];
    for (const [index, { label, y }] of entries.entries()) {
      const [own] = await askOwn(edition.preparation, line('ln(b)', y));
      const [r2, n] = [Number(own?.r2), Number(own?.n)];
      const end = (side: number) =>
        Math.tanh(Math.atanh(Math.sqrt(r2)) + (side * 1.959963984540054) / Math.sqrt(n - 3)) ** 2;
      expect(rows[index]?.n).toBe(n);
      expect(Number(rows[index]?.value)).toBeCloseTo(r2, 9);
      expect(Number(rows[index]?.low)).toBeCloseTo(end(-1), 9);
      expect(Number(rows[index]?.high)).toBeCloseTo(end(1), 9);
      expect(alt).toContain(`${label}: ${r2.toFixed(2)}.`);
      if (label !== 'Average') found.push({ label, r2 });
    }
    const sorted = found.toSorted((a, b) => b.r2 - a.r2);
    expect(sizeExplains.takeaway(rows)).toBe(
      `Most for ${sorted[0]!.label} (${sorted[0]!.r2.toFixed(2)}), least for ${sorted.at(-1)!.label} (${sorted.at(-1)!.r2.toFixed(2)}).`,
    );
  },
);

test('the takeaway names no benchmark where size explains nothing, by hand', () => {
  const say = (...values: number[]) =>
    sizeExplains.takeaway(
      values.map((value, index) => ({ label: `B${index}`, value, low: 0, high: 1, n: 20 })),
    );
  expect(say(0.004, 0.001)).toBe('None of them: even for B0 the share is 0.00.');
  expect(say(0.001, 0.006)).toBe('Most for B1 (0.01), least for B0 (0.00).');
});
