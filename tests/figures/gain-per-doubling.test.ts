import { expect, test } from 'vitest';
import { gainPerDoubling } from '../../src/figures/gain-per-doubling.ts';
import { drawnRows, editions } from './draw.ts';
import { line } from './line.ts';
import { estimatesOf } from '../report.ts';
import { askOwn } from './own-models.ts';

const bands = [
  { id: 'gain.under_1b', label: 'up to 1 B', where: 'b <= 1' },
  { id: 'gain.1_to_3b', label: '1 to 3 B', where: 'b > 1 AND b <= 3' },
  { id: 'gain.3_to_9b', label: '3 to 9 B', where: 'b > 3 AND b <= 9' },
  { id: 'gain.9_to_40b', label: '9 to 40 B', where: 'b > 9 AND b <= 40' },
  { id: 'gain.over_40b', label: 'over 40 B', where: 'b > 40' },
];

test.each(editions)(
  'the slope within each band with its interval, on $preparation',
  async ({ preparation, query }) => {
    const rows = await drawnRows(gainPerDoubling, query);
    const alt = gainPerDoubling.alt(rows);
    expect(rows.map(({ label }) => label)).toEqual(bands.map(({ label }) => label));
    for (const [index, { id, label, where }] of bands.entries()) {
      const [own] = await askOwn(preparation, line('log2(b)', 'OWN.average', where));
      const [slope, n] = [Number(own?.slope), Number(own?.n)];
      const { low, high } = (await estimatesOf(query, id))[id]!;
      expect(rows[index]?.n).toBe(n);
      expect(Number(rows[index]?.value)).toBeCloseTo(slope, 7);
      expect([rows[index]?.low, rows[index]?.high]).toEqual([low, high]);
      expect(alt).toContain(`Models ${label}: ${slope.toFixed(1).replace('-', '−')}`);
    }
  },
);

test('the takeaway names the bands with the most and the least, by hand', () => {
  const row = (label: string, value: number | null, reach = 0) =>
    value === null
      ? { label, value, low: null, high: null, n: 20 }
      : { label, value, low: value - reach, high: value + reach, n: 20 };
  const say = (...values: (number | null)[]) =>
    gainPerDoubling.takeaway(values.map((value, index) => row(`band ${index}`, value)));
  expect(say(1, 5, null, 2)).toMatch(/^Among models band 1, at 5\.0 .*among models band 0 it is 1\.0 /);
  expect(say(3, null)).toMatch(/^Too few/);

  expect(say(-0.5, -2)).toMatch(
    /^Nowhere: even the highest value, −0\.5 \(.*\) points per doubling among models band 0, is no gain; among models band 1 it is −2\.0 /,
  );
  expect(say(0.04, -2)).toMatch(/^Nowhere: even the highest value, 0\.0 /);
  expect(say(0.06, -2)).toMatch(/^Among models band 0, at 0\.1 /);

  const spread = (reach: number) =>
    gainPerDoubling.takeaway([row('band 0', 1), row('band 1', 3), row('band 2', 7, reach)]);
  expect(spread(3)).toMatch(/^Among models band 2, at 7\.0 \(4\.0 to 10\.0\)/);
  expect(spread(4)).toMatch(
    /^No band is clearly ahead: the highest value, 7\.0 \(3\.0 to 11\.0\) .* band 2, .*among models band 0 it is 1\.0 /,
  );
});
