import { expect, test } from 'vitest';
import { missingValues } from '../../src/figures/missing-values.ts';
import { facts } from '../report.ts';
import { drawnRows, editions } from './draw.ts';

/** Runs with a gap, counted in the lines of the file. */
const count = (has: (run: Record<string, string>) => boolean) => facts('runs').filter(has).length;

const gaps: Record<string, number> = {
  'no licence': count(({ license }) => license === ''),
  'base model removed': count(({ base_model }) => base_model === 'Removed'),
  'no upload date': count(({ upload_date }) => upload_date === ''),
  'architecture unknown': count(({ architecture }) => ['', '?', 'Unknown'].includes(architecture!)),
  'no commit': count(({ model_sha }) => model_sha === ''),
  'no submission date': count(({ submission_date }) => submission_date === ''),
  'no size': count(({ parameters_b }) => Number(parameters_b) <= 0),
};

test.each(editions)('the gaps of all runs, whatever the preparation: $preparation', async ({ query }) => {
  const rows = await drawnRows(missingValues, query);
  expect(Object.fromEntries(rows.map(({ label, missing }) => [label, missing]))).toEqual(gaps);
  for (const { missing, share, runs } of rows) {
    expect(runs).toBe(4576);
    expect(share).toBe(Number(missing) / 4576);
  }
});

test('the counts are those of the blueprint', () => {
  expect(gaps).toMatchObject({
    'no licence': 1753,
    'no upload date': 530,
    'no submission date': 12,
    'no commit': 16,
    'architecture unknown': 6 + 49 + 7,
    'no size': 10,
  });
});

test('the takeaway names the largest gap and the text alternative all of them', async () => {
  const rows = await drawnRows(missingValues, '');
  expect(missingValues.takeaway(rows)).toContain('no licence, in 1,753 runs (38.3\u00a0%)');
  for (const [label, missing] of Object.entries(gaps))
    expect(missingValues.alt(rows)).toContain(`${label}: ${missing.toLocaleString('en')} runs`);
});

test('nothing missing is said', () => {
  const rows = [{ label: 'a', missing: 0, share: 0, runs: 3 }];
  expect(missingValues.takeaway(rows)).toBe('None of these facts is missing.');
});
