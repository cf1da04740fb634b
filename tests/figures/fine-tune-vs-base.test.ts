import { expect, test } from 'vitest';
import { fineTuneVsBase } from '../../src/figures/fine-tune-vs-base.ts';
import { estimatesOf, oneRow, report } from '../report.ts';
import { drawnRows, editions } from './draw.ts';

const groups: Record<string, string> = {
  'all pairs': 'true',
  'child: chat': `type = 'chat'`,
  'child: fine-tuned': `type = 'fine-tuned'`,
  'child: continued': `type = 'continued'`,
  'child: pretrained': `type = 'pretrained'`,
  'root: pretrained': `base_type = 'pretrained'`,
  'root: fine-tuned': `base_type = 'fine-tuned'`,
  'root: chat': `base_type = 'chat'`,
  'official root, official child': 'base_official_provider AND official_provider',
  'official root, other child': 'base_official_provider AND NOT official_provider',
  'same question format': 'chat_template = base_chat_template',
  'chat format: child only': 'chat_template AND NOT base_chat_template',
  'chat format: root only': 'base_chat_template AND NOT chat_template',
};

test.each(editions)('every kind of pair on $preparation', async ({ preparation, query }) => {
  const rows = await drawnRows(fineTuneVsBase, query);
  const lines = rows.filter(({ layer }) => layer === 'line');
  expect(lines.map(({ group }) => group).filter((group) => group !== 'all, each root once')).toEqual(
    Object.keys(groups),
  );
  for (const [group, where] of Object.entries(groups)) {
    const own = await oneRow(
      `SELECT CAST(count(*) AS INTEGER) AS n, avg(average_change) AS mean, median(average_change) AS median, avg(CAST(average_change > 0 AS INTEGER)) AS up FROM all_pairs WHERE preparation = '${preparation}' AND ${where}`,
    );
    const line = lines.find((row) => row.group === group);
    expect(line?.n, group).toBe(own.n);
    expect(Number(line?.mean), group).toBeCloseTo(Number(own.mean), 8);
    expect(Number(line?.median), group).toBeCloseTo(Number(own.median), 8);
    expect(Number(line?.share_up), group).toBeCloseTo(Number(own.up), 10);
    const cells = await (
      await report()
    ).query(
      `SELECT CAST(floor(average_change / 2) * 2 AS DOUBLE) AS x, CAST(count(*) AS INTEGER) AS n FROM all_pairs WHERE preparation = '${preparation}' AND ${where} GROUP BY 1 ORDER BY 1`,
    );
    const drawn = rows.filter((row) => row.layer === 'cell' && row.group === group);
    expect(drawn.map(({ x0, n }) => [x0, n])).toEqual(cells.map(({ x, n }) => [x, n]));
  }
});

test('each root once, and the band of noise', async () => {
  const rows = await drawnRows(fineTuneVsBase, '');
  const once = await oneRow(
    `SELECT CAST(count(*) AS INTEGER) AS n, avg(m) AS mean, median(m) AS median, avg(CAST(m > 0 AS INTEGER)) AS up FROM (SELECT avg(average_change) AS m FROM all_pairs WHERE preparation = 'reviewed' GROUP BY base_row)`,
  );
  const line = rows.find(({ group, layer }) => layer === 'line' && group === 'all, each root once');
  expect(line?.n).toBe(once.n);
  expect(Number(line?.mean)).toBeCloseTo(Number(once.mean), 8);
  expect(Number(line?.median)).toBeCloseTo(Number(once.median), 8);
  expect(Number(line?.share_up)).toBeCloseTo(Number(once.up), 10);
  const spread = await oneRow(
    `SELECT quantile_cont(s, 0.9) AS spread FROM (SELECT max(average) - min(average) AS s FROM all_runs WHERE model_sha IS NOT NULL GROUP BY lower(trim(model)), model_sha, chat_template HAVING min(precision) <> max(precision))`,
  );
  const band = rows.find(({ layer }) => layer === 'noise');
  expect(Number(band?.high)).toBeCloseTo(Number(spread.spread), 10);
  expect(Number(band?.low)).toBeCloseTo(-Number(spread.spread), 10);
  const { low, high } = (await estimatesOf(''))['noise.same.average.p90']!;
  expect(band).toMatchObject({ band_low: low, band_high: high });
  expect(fineTuneVsBase.takeaway(rows)).toContain('The grey band reaches 1.9 (1.3 to 6.9) points');
});

test('the takeaway is a yes, a no or neither, by hand', () => {
  const line = (group: string, mean: number | null, low: number | null, high: number | null) => ({
    layer: 'line',
    group,
    mean,
    low,
    high,
    share_up: 0.5,
  });
  type Numbers = [mean: number | null, low: number | null, high: number | null];
  const say = (pairs: Numbers, once: Numbers = [1, -1, 3]) =>
    fineTuneVsBase.takeaway([line('all pairs', ...pairs), line('all, each root once', ...once)]);
  expect(say([2, 1, 3])).toBe(
    'It cannot be told: +2.0 points (1.0 to 3.0), and 50 % of the pairs rose; with each root counted once it is +1.0 (−1.0 to 3.0).',
  );
  expect(say([2, 1, 3], [2, 0.5, 4])).toMatch(/^Yes: \+2\.0 points/);
  expect(say([-2, -3, -1], [-1, -2, -0.5])).toMatch(/^No: −2\.0 points/);
  expect(say([-2, -3, -1])).toMatch(/^It cannot be told: −2\.0 points/);
  expect(say([0.01, -1, 1])).toMatch(/^It cannot be told: 0\.0 points/);
  expect(say([2, null, null])).toMatch(/^Too few/);
});
