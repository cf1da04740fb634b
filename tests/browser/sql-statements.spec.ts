import type { Page } from '@playwright/test';
import { axe } from './axe.ts';
import { expect, test } from './report.ts';
import { ask } from './sql-ask.ts';

const root = (page: Page) => page.locator('sql-box');

test('EXPLAIN shows the plan of a query, and one that is no SELECT is refused', async ({ page, site }) => {
  await page.goto(`${site.url}sql/`);
  const plan = root(page).getByRole('region', { name: 'Plan of the query' });
  const status = root(page).locator('.sql-status');
  await ask(page, 'EXPLAIN SELECT type, count(*) FROM models GROUP BY type');
  await expect(plan).toContainText('GROUP_BY');
  await expect(status).toHaveText(/^The plan of the query in/);
  await expect(root(page).getByText('Chart', { exact: true })).toHaveCount(0);
  await ask(page, 'EXPLAIN ANALYZE SELECT count(*) FROM estimates');
  await expect(plan).toContainText('Total Time');
  const found = await axe(page).analyze();
  expect(found.violations.map(({ id }) => id)).toEqual([]);

  await ask(page, 'EXPLAIN SELECT averag\nFROM models');
  await expect(root(page).getByRole('alert')).toContainText('Line 1, column 16.');
  await expect(plan).toBeHidden();
  await ask(page, 'EXPLAIN ANALYZE DROP TABLE reviewed');
  await expect(root(page).getByRole('alert')).toContainText('The box answers one SELECT at a time');
});

test('PIVOT works with its values, and says that it needs them', async ({ page, site }) => {
  await page.goto(`${site.url}sql/`);
  await ask(page, 'PIVOT models ON type USING count(*)');
  const said = root(page).getByRole('alert');
  await expect(said).toContainText('Here PIVOT needs the values that become columns');
  await ask(page, "PIVOT models ON type IN ('chat', 'merge') USING count(*) GROUP BY moe");
  const result = root(page).getByRole('region', { name: 'Result of the query' });
  await expect(result.locator('th .sql-name')).toHaveText(['moe', 'chat', 'merge']);
});

test('no message advises what the box refuses', async ({ page, site }) => {
  await page.goto(`${site.url}sql/`);
  const said = root(page).getByRole('alert');
  for (const [query, told] of [
    ['SELECT current_date', '“current_date” belongs to an extension of the engine (icu'],
    ["SELECT TIMESTAMP '2024-01-01' AT TIME ZONE 'UTC'", 'needs an extension of the engine (icu'],
    ['SELECT model COLLATE de FROM models', '“de” belongs to an extension'],
    [
      "SELECT json_extract('{}', '$')",
      '“json_extract” belongs to an extension of the engine (json, for JSON)',
    ],
    ["SELECT * FROM read_parquet('x.parquet')", '(parquet, for Parquet files)'],
    ['SELECT st_point(1, 2)', '(spatial)'],
    ["SELECT current_setting('TimeZone')", '(icu'],
    ['SELECT (SELECT row FROM models)', 'More than one row returned by a subquery'],
    ["SELECT current_setting('frob')", 'unrecognized configuration parameter'],
  ] as const) {
    await ask(page, query);
    await expect(said, query).toContainText(told);
    await expect(said, query).not.toContainText(/\b(INSTALL|LOAD|SET|PRAGMA) \w|Did you mean/);
  }
});

test('what can be pressed is at least 24 pixels each way', async ({ page, site }) => {
  // The engine starts twice.
  test.setTimeout(300_000);
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${site.url}sql/`);
    await ask(page, 'SELECT type, count(*)::INTEGER AS n, avg(average) AS mean FROM models GROUP BY type');
    await root(page).getByText('Chart', { exact: true }).click();
    await expect(root(page).locator('.sql-drawing svg')).toBeVisible();
    await root(page)
      .locator('details')
      .evaluateAll((all) => all.forEach((each) => ((each as HTMLDetailsElement).open = true)));
    const small = await root(page).evaluate((box) =>
      [...box.querySelectorAll('button, select, summary, a.sql-try')]
        .filter((each) => each.getClientRects().length > 0)
        .map((each) => ({ box: each.getBoundingClientRect(), name: each.textContent!.trim().slice(0, 30) }))
        .filter(({ box: { width, height } }) => width < 24 || height < 24)
        .map(({ box: { width, height }, name }) => `${name}: ${width} × ${height}`),
    );
    expect(small).toEqual([]);
  }
});
