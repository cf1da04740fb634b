import { expect, test } from 'vitest';
import { survivorshipFigure } from '../../src/figures/survivorship.ts';
import { estimatesOf } from '../report.ts';
import { drawnRows, editions } from './draw.ts';

const drawn = [
  ['provider', 'official', 'gone.official', 100],
  ['provider', 'community', 'gone.community', 100],
  ['fifth', 'lowest fifth', 'gone.fifth_1', 100],
  ['fifth', 'second fifth', 'gone.fifth_2', 100],
  ['fifth', 'middle fifth', 'gone.fifth_3', 100],
  ['fifth', 'fourth fifth', 'gone.fifth_4', 100],
  ['fifth', 'highest fifth', 'gone.fifth_5', 100],
  ['kept', 'nothing fixed', 'kept.raw', 1],
  ['kept', 'size', 'kept.size', 1],
  ['kept', 'size and month', 'kept.size_month', 1],
] as const;

test.each(editions)('shares in percent and differences in points on $preparation', async ({ query }) => {
  const rows = await drawnRows(survivorshipFigure, query);
  const estimates = await estimatesOf(query);
  expect(rows).toEqual(
    drawn.map(([panel, label, id, scale]) => {
      const { value, low, high, n } = estimates[`survivorship.${id}`]!;
      return { panel, label, value: scale * value!, low: scale * low!, high: scale * high!, n };
    }),
  );
});

test('the takeaway says whether the better ones stayed, by hand', () => {
  const row = (panel: 'provider' | 'kept', label: string, value: number | null) => ({
    panel,
    label,
    value,
    low: value === null ? null : value - 1,
    high: value === null ? null : value + 1,
    n: 20,
  });
  const sayOf = (same: number | null) =>
    survivorshipFigure.takeaway([
      row('provider', 'official', 2),
      row('provider', 'community', 40),
      row('kept', 'size and month', same),
    ]);
  expect(sayOf(3)).toBe(
    'Gone are, in percent, 2.0 (1.0 to 3.0) of official and 40.0 (39.0 to 41.0) of community models; at the same size and month community models kept differ from those gone by 3.0 (2.0 to 4.0) points, so the better ones stayed.',
  );
  expect(sayOf(-3)).toMatch(/so the better ones left\.$/);
  expect(sayOf(0.5)).toMatch(/which leaves open whether the better ones stayed\.$/);
  expect(sayOf(null)).toMatch(/by too few points\.$/);
});
