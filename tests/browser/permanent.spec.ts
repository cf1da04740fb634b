import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { claims } from '../../src/claims/claims.ts';
import { figures } from '../../src/figures/figures.ts';
import { statisticIds } from '../../src/statistics/statistics.ts';
import { chaptersOf, expect, test } from './report.ts';
import { rootSite } from './sites.ts';

const read = (path: string) => readFileSync(join(rootSite.folder, path), 'utf8');
const idsOf = (path: string) => new Set([...read(path).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!));

test('every number, claim and figure has the address that “How to cite” gives it', async () => {
  const numbers = idsOf('numbers/index.html');
  expect(statisticIds.filter((id) => !numbers.has(id))).toEqual([]);
  expect(statisticIds.filter((id) => !existsSync(join(rootSite.folder, `data/numbers/${id}.json`)))).toEqual(
    [],
  );

  const ledger = idsOf('conclusion/index.html');
  expect(claims.filter(({ id }) => !ledger.has(`ledger-${id}`)).map(({ id }) => id)).toEqual([]);

  const inChapters = new Set((await chaptersOf(rootSite)).flatMap((page) => [...idsOf(`${page}index.html`)]));
  // One figure is shown of each preparation, and bears its name.
  const isShown = (id: string) => inChapters.has(`figure-${id}`) || inChapters.has(`figure-${id}-reviewed`);
  expect(figures.filter(({ id }) => !isShown(id)).map(({ id }) => id)).toEqual([]);
  expect(figures.filter(({ id }) => !existsSync(join(rootSite.folder, `figures/${id}/index.html`)))).toEqual(
    [],
  );
});

test('a model has an address that shows its card', async ({ page, site }) => {
  await page.goto(`${site.url}models/?m=google/gemma-2-9b-it`);
  await expect(page.getByRole('heading', { name: 'google/gemma-2-9b-it' })).toBeVisible();
});
