import { expect, test } from 'vitest';
import { varianceSharesFigure } from '../../src/figures/variance-shares.ts';
import { estimatesOf } from '../report.ts';
import { drawnRows, editions } from './draw.ts';

const drawn = {
  size: 'size',
  architecture: 'architecture',
  type: 'type',
  'month of submission': 'month',
  'question format': 'template',
  'official provider': 'official',
  'organisation, in the rest': 'organisation',
};

test.each(editions)('each dot is its statistic on $preparation', async ({ query }) => {
  const estimates = await estimatesOf(query);
  expect(await drawnRows(varianceSharesFigure, query)).toEqual(
    Object.entries(drawn).map(([label, id]) => {
      const { value, low, high, n } = estimates[`variance_shares.${id}`]!;
      return { label, value, low, high, n };
    }),
  );
});

test('the takeaway names the most and the least of the six, by hand', () => {
  const row = (label: string, value: number | null) => ({ label, value, low: null, high: null, n: 20 });
  const rows = [row('size', 0.4), row('type', 0.1), row('month of submission', 0.02)];
  expect(varianceSharesFigure.takeaway(rows)).toBe(
    'Most by size 40\u00a0%, least by month of submission 2\u00a0%.',
  );
  expect(varianceSharesFigure.takeaway([...rows, row('organisation, in the rest', 0.15)])).toMatch(
    /2\u00a0%; of the whole, 15\u00a0% lies between organisations in what the six leave\.$/,
  );
  expect(varianceSharesFigure.takeaway([row('size', null)])).toMatch(/^Too few/);
});
