import { expect, test } from 'vitest';
import { typeTailsFigure } from '../../src/figures/type-tails.ts';
import { estimatesOf } from '../report.ts';
import { drawnRows, editions } from './draw.ts';

const types = ['pretrained', 'continued', 'fine-tuned', 'chat', 'merge', 'multimodal, other'];
const ids = ['pretrained', 'continued', 'fine-tuned', 'chat', 'merge', 'other'];
const parts = {
  Median: (type: string) => `profile.${type}.average.median`,
  'Mean of the worst tenth': (type: string) => `tails.${type}.cvar10`,
  'Mean of the worst twentieth': (type: string) => `tails.${type}.cvar5`,
};

test.each(editions)('every dot is the statistic of its type on $preparation', async ({ query }) => {
  const rows = await drawnRows(typeTailsFigure, query);
  const estimates = await estimatesOf(query);
  const expected = Object.entries(parts).flatMap(([part, idOf]) =>
    types.map((type, at) => {
      const { value, low, high, n } = estimates[idOf(ids[at]!)]!;
      return n < 10
        ? { part, type, value: null, low: null, high: null, n }
        : { part, type, value, low, high, n };
    }),
  );
  expect(rows).toEqual(expected);
});

test('the takeaway leaves types out whose tail carries no interval, by hand', () => {
  const row = (part: string, type: string, value: number | null, low: number | null) => ({
    part,
    type,
    value,
    low,
    high: low === null ? null : value! + 1,
    n: 20,
  });
  const rows = [
    row('Median', 'chat', 30, 29),
    row('Median', 'merge', 20, 19),
    row('Median', 'other', 99, 98),
    row('Mean of the worst twentieth', 'chat', 4, 3),
    row('Mean of the worst twentieth', 'merge', 5.5, 4),
    row('Mean of the worst twentieth', 'other', 1, null),
  ];
  expect(typeTailsFigure.takeaway(rows)).toBe(
    'In the middle the types large enough to tell score from 20.0 to 30.0 points, in their worst twentieth from 4.0 to 5.5 points.',
  );
  expect(typeTailsFigure.takeaway(rows.slice(4))).toMatch(/^Too few/);
});
