import { expect, test } from 'vitest';
import { controlsFigure } from '../../src/figures/controls.ts';
import { estimatesOf } from '../report.ts';
import { drawnRows, editions } from './draw.ts';

const drawn = [
  ['score', 'nothing fixed', 'controls.official.raw'],
  ['score', 'size', 'controls.official.size'],
  ['score', 'size and type', 'controls.official.size_type'],
  ['score', 'size and month', 'controls.official.size_month'],
  ['score', 'all four', 'controls.official.all'],
  ['CO₂', 'nothing fixed', 'controls.official.co2.raw'],
  ['CO₂', 'all four', 'controls.official.co2.all'],
] as const;

test.each(editions)(
  'five differences of the score and two ratios of CO₂ on $preparation',
  async ({ query }) => {
    const rows = await drawnRows(controlsFigure, query);
    const estimates = await estimatesOf(query);
    const expected = drawn.map(([panel, label, id]) => {
      const { value, low, high, n } = estimates[id]!;
      return { panel, label, value, low, high, n };
    });
    expect(rows).toEqual(expected);
    const alt = controlsFigure.alt(rows);
    for (const { panel, label, value } of expected) {
      const digits = panel === 'score' ? 1 : 2;
      // What rounds to zero is written without a sign.
      const written = (Math.round(value! * 10 ** digits) / 10 ** digits + 0).toFixed(digits);
      expect(alt).toContain(`${label} ${written.replace('-', '−')}`);
    }
  },
);

test('the takeaway says whether the score differs at the same size and month, by hand', () => {
  const row = (panel: 'score' | 'CO₂', label: string, value: number | null, reach = 1) => ({
    panel,
    label,
    value,
    low: value === null ? null : value - reach,
    high: value === null ? null : value + reach,
    n: 20,
  });
  const say = (same: number | null, carbon: number | null) =>
    controlsFigure.takeaway([
      row('score', 'nothing fixed', -4),
      row('score', 'size and month', same),
      row('CO₂', 'all four', carbon, 0.5),
    ]);
  expect(say(-0.5, 1.6)).toBe(
    'With nothing fixed official models are −4.0 (−5.0 to −3.0) points from the others, at the same size and month −0.5 (−1.5 to 0.5), which may be none; with all four fixed their CO₂ is 1.60 (1.10 to 2.10) times that of the others.',
  );
  expect(say(-2, null)).toMatch(/−2\.0 \(−3\.0 to −1\.0\), which is a difference\.$/);
  expect(say(2, null)).toMatch(/which is a difference\.$/);
  expect(say(null, 1.6)).toBe('Too few models on one of the two sides to compare them.');
});
