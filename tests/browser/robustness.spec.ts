import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { settled } from './answers.ts';
import { axe } from './axe.ts';
import { expect, test } from './report.ts';
import { everywhere, rootSite } from './sites.ts';

interface Published {
  sentence: string;
  analyses: { count: number; same: number; holds: number } | null;
}
const published = Object.entries(
  JSON.parse(await readFile(join(rootSite.folder, 'data/claims.json'), 'utf8')) as Record<string, Published>,
).filter(([id, { analyses }]) => id !== 'retired' && analyses !== null);

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page has every claim with its count, strip and verdicts', async ({ page, site }) => {
    await page.goto(`${site.url}robustness/`);
    const rows = page.locator('.robustness tbody tr');
    await expect(rows).toHaveCount(published.length);
    for (const [id, { sentence, analyses }] of published) {
      const row = page.locator(`.robustness [id="${id}"]`);
      await expect(row.locator('th')).toHaveText(sentence);
      await expect(row.locator('td').nth(1)).toHaveText(`${analyses!.same} of ${analyses!.count}`);
      await expect(
        row.getByRole('img', { name: new RegExp(`^Verdicts of ${analyses!.count} analyses`) }),
      ).toHaveCount(1);
    }
    await expect(page.locator('.robustness-order')).toBeHidden();
  });

  test('the card of a claim says how it stands, and unfolds to a table of options with links', async ({
    page,
    site,
  }) => {
    await page.goto(`${site.url}conclusion/`);
    const entry = page.locator('#ledger-carbon-bends');
    await entry.locator('.ledger-row').click();
    const [, { analyses }] = published.find(([id]) => id === 'carbon-bends')!;
    const summary = entry.locator('.claim-analyses summary');
    await expect(summary).toContainText(
      `the same in only ${analyses!.same} of ${analyses!.count} analyses; in ${analyses!.holds} it holds.`,
    );
    await expect(summary).not.toContainText('Of the published whole table', { useInnerText: true });
    await summary.click();
    const link = entry.getByRole('link', { name: 'Models gone from the Hub: Left out' });
    await expect(link).toHaveAttribute('href', '?hub=yes#ledger-carbon-bends');
  });
});

test('rows can be put in the order of what a choice turns, by the keyboard', async ({ page, site }) => {
  await page.goto(`${site.url}robustness/`);
  const ids = () => page.locator('.robustness tbody tr').evaluateAll((rows) => rows.map(({ id }) => id));
  const before = await ids();
  const button = page.getByRole('button', { name: 'Intervals', exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  const after = await ids();
  expect(after).not.toEqual(before);
  expect(after.toSorted()).toEqual(before.toSorted());
  const turned = await page
    .locator('.robustness tbody tr')
    .evaluateAll((rows) =>
      rows.map(
        (row) => (JSON.parse((row as HTMLElement).dataset.turned!) as { intervals: number }).intervals,
      ),
    );
  expect(turned).toEqual(turned.toSorted((a, b) => b - a));
  await page.getByRole('button', { name: 'the report' }).click();
  expect(await ids()).toEqual(before);
});

test('the discs of a row are one stop of the keyboard, arrows go between them, the head stays in sight', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}robustness/`);
  const first = page.locator('.robustness tbody tr').first();
  await expect(first.locator('.robustness-cell a[tabindex="-1"]').first()).toBeAttached();
  const stops = await page
    .locator('.robustness tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => row.querySelectorAll('.robustness-cell a:not([tabindex="-1"])').length),
    );
  expect(Math.max(...stops)).toBe(1);
  const discs = first.locator('.robustness-cell a');
  await discs.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(discs.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  const inSecond = page.locator('.robustness tbody tr').nth(1).locator('.robustness-cell a:focus');
  await expect(page.locator('.robustness-cell a:focus')).toHaveCount(1);
  await page.keyboard.press('ArrowUp');
  await expect(inSecond).toHaveCount(0);
  await page.locator('.robustness tbody tr').last().scrollIntoViewIfNeeded();
  await expect(page.locator('.robustness thead')).toBeInViewport();
});

test('a page without slices says so to a reader who brings one, and hands it on', async ({ page, site }) => {
  await page.goto(`${site.url}methods/?size=1-9&utm=x`);
  await expect(page.locator('.carried-slice')).toBeVisible();
  await expect(page.locator('.site-nav a[href*="/models/"]')).toHaveAttribute(
    'href',
    /\/models\/\?size=1-9$/,
  );
  await page.goto(`${site.url}methods/`);
  await expect(page.locator('.carried-slice')).toBeHidden();
});

test(
  'a cell opens the chapter of the claim under that analysis, which the engine answers as the build did',
  { tag: everywhere },
  async ({ page, site }) => {
    const words = { holds: 'Holds', fails: 'Does not hold', open: 'Cannot be told' } as const;
    for (const [id, chapter, query, choice] of [
      ['carbon-bends', 'carbon', 'run=best', 'run: best'],
      ['carbon-bends', 'carbon', 'sizes=embeddings-once', 'sizes: embeddings-once'],
      ['medium-least-carbon', 'introduction', 'carbon=step-corrected', 'carbon: step-corrected'],
      ['chat-base-gains-nothing', 'official-and-community', 'pairs=parent', 'pairs: parent'],
      ['medium-least-carbon', 'introduction', 'averages=median', 'averages: median'],
      ['moe-below-total-size', 'mixture-of-experts', 'peers=narrow', 'peers: narrow'],
      ['carbon-bends', 'carbon', 'intervals=organisation', 'intervals: organisation'],
    ] as const) {
      await page.goto(`${site.url}robustness/`);
      const cell = page.locator(`[id="${id}"] a[href*="?${query}#"]`);
      const promised = (await cell.getAttribute('data-verdict')) as keyof typeof words;
      await cell.click();
      await expect(page).toHaveURL(`${site.url}${chapter}/?${query}#claim-${id}`);
      const card = page.locator(`#claim-${id}`);
      await expect(card).toHaveClass(/is-sliced/, { timeout: 60_000 });
      await expect(card.locator('.claim-verdict')).toHaveText(words[promised]);
      await expect(card.locator('.of-published')).toBeVisible();
      await expect(page.locator('.reslice-state')).toContainText(choice);
    }
  },
);

test(
  'every claim is judged under every choice of estimate as the build judged it',
  { tag: everywhere },
  async ({ page, site }) => {
    test.slow();
    const file = JSON.parse(await readFile(join(rootSite.folder, 'data/analyses.json'), 'utf8')) as {
      analyses: string[];
      verdicts: Record<string, string>;
    };
    const words = { h: 'Holds', f: 'Does not hold', o: 'Cannot be told' } as Record<string, string>;
    // One option of each, several at once, and beside a choice of data.
    for (const query of [
      'averages=median',
      'averages=pooled',
      'peers=narrow',
      'peers=wide',
      'peers=any_age',
      'intervals=organisation',
      'intervals=independent',
      'averages=median&intervals=organisation',
      'hub=yes&averages=median&intervals=independent',
    ]) {
      await page.goto(`${site.url}conclusion/?${query}`);
      await expect(page.locator('#ledger-carbon-bends [data-preparation="reviewed"]')).toHaveClass(
        /is-sliced/,
        { timeout: 60_000 },
      );
      await settled(page);
      const at = file.analyses.indexOf(query);
      const judged = Object.entries(file.verdicts).filter(([, letters]) => letters[at]! in words);
      expect(judged.length, query).toBeGreaterThan(0);
      const shown = await page
        .locator('.ledger-entry > [data-preparation="reviewed"]')
        .evaluateAll((cards) =>
          cards.map((card) => [
            (card as HTMLElement).dataset.claim!,
            card.querySelector('.claim-verdict')!.textContent.trim(),
          ]),
        );
      const verdicts = Object.fromEntries(shown) as Record<string, string>;
      for (const [id, letters] of judged)
        expect(verdicts[id], `${id} under ${query}`).toBe(words[letters[at]!]);
    }
  },
);

test('under other averages a claim lists the numbers that its test reads', async ({ page, site }) => {
  await page.goto(`${site.url}conclusion/?averages=median`);
  const evidence = page.locator('#ledger-moe-below-total-size .claim-evidence').first();
  await expect(evidence).toContainText('The test reads instead: ', { timeout: 60_000 });
  await expect(page.locator('.reslice-status')).toContainText('Claims are judged on the averages');
});

test('the ledger shows verdict and robustness of every claim in a row and opens the one that is named', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}conclusion/`);
  const rows = page.locator('.ledger-row');
  await expect(page.locator('.ledger-entry > details[open]')).toHaveCount(0);
  for (const row of await rows.all()) {
    const id = (await row.locator('xpath=../..').getAttribute('id'))!.replace('ledger-', '');
    await expect(row.locator('.claim-verdict'), id).toHaveText(/\S/);
    const analyses = published.find(([each]) => each === id)?.[1].analyses;
    if (analyses)
      await expect(row.locator('.ledger-robust'), id).toHaveText(
        new RegExp(`^\\s*${analyses.same}\\s+the same\\s+of ${analyses.count}\\s`),
      );
  }
  await page.goto(`${site.url}conclusion/#ledger-carbon-bends`);
  await expect(page.locator('#ledger-carbon-bends .ledger-test').first()).toBeInViewport();
});

test('the unfolded card has no fault that axe finds', async ({ page, site }) => {
  await page.goto(`${site.url}conclusion/`);
  await page.locator('#ledger-carbon-bends .ledger-row').click();
  await page.locator('#ledger-carbon-bends .claim-analyses summary').click();
  const { violations } = await axe(page).include('#ledger-carbon-bends').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
