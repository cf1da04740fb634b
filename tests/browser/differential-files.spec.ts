import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import type { AnswerFile } from '../../src/reader/answers/answer-file.ts';
import { answeredSlices, fileNameOf } from '../../src/slice/answered.ts';
import { formatSlice, preparationOf, type Slice } from '../../src/slice/slice.ts';
import { serveHarness } from './harness/serve.ts';
import { everywhere } from './sites.ts';

const folder = 'dist/data/answers';

/** The files of a slice, by page. */
function filesOf(slice: Slice): Map<string, AnswerFile> {
  const [version] = readdirSync(folder);
  const path = join(folder, version!, fileNameOf(slice));
  return new Map(
    readdirSync(path).map((name) => [
      name,
      JSON.parse(gunzipSync(readFileSync(join(path, name))).toString('utf8')) as AnswerFile,
    ]),
  );
}

/** The first place at which two answers differ by more than rounding; undefined where there is none. */
function difference(found: unknown, wanted: unknown, at = ''): string | undefined {
  if (typeof found === 'number' && typeof wanted === 'number')
    return Math.abs(found - wanted) <= 1e-9 * Math.max(Math.abs(found), Math.abs(wanted))
      ? undefined
      : `${at}: ${found} for ${wanted}`;
  if (typeof found !== 'object' || typeof wanted !== 'object' || found === null || wanted === null)
    return Object.is(found, wanted) ? undefined : `${at}: ${String(found)} for ${String(wanted)}`;
  const keys = Object.keys(wanted);
  if (Object.keys(found).join() !== keys.join())
    return `${at}: ${Object.keys(found).join()} for ${keys.join()}`;
  for (const key of keys) {
    const inside = difference(
      (found as Record<string, unknown>)[key],
      (wanted as Record<string, unknown>)[key],
      `${at}/${key}`,
    );
    if (inside !== undefined) return inside;
  }
  return undefined;
}

for (const preparation of ['reviewed', 'prepared'] as const)
  test(
    `every file holds what the engine in the browser answers: ${preparation}`,
    { tag: everywhere },
    async ({ page }) => {
      test.setTimeout(1_800_000);
      const served = await serveHarness();
      try {
        await page.goto(served.url);
        await page.evaluate(() => window.harness.open());
        const names = new Set<string>();
        // To expect something costs more than to compare it, and here is much to compare.
        const wrong: string[] = [];
        for (const [text, slice] of answeredSlices) {
          const parts = [...filesOf(slice)].flatMap(([name, { parts }]) =>
            parts[preparation] ? [[name, parts[preparation]] as const] : [],
          );
          for (const [name] of parts) names.add(name);
          const ids = (of: (part: (typeof parts)[number][1]) => object) => [
            ...new Set(parts.flatMap(([, part]) => Object.keys(of(part)))),
          ];
          const asked =
            preparation === preparationOf(slice)
              ? text
              : formatSlice({ ...slice, preparation: preparation === 'prepared' ? 'prepared' : null });
          const answered = JSON.parse(
            await page.evaluate(
              ([query, statistics, figures]) => window.harness.answer(query, statistics, figures),
              [asked, ids(({ estimates }) => estimates), ids(({ figures }) => figures)] as const,
            ),
          ) as Record<'estimates' | 'figures', Record<string, unknown>>;
          for (const [name, part] of parts)
            for (const kind of ['estimates', 'figures'] as const)
              for (const [id, value] of Object.entries(part[kind])) {
                const differs = difference(value, answered[kind][id]);
                if (differs !== undefined) wrong.push(`${asked}, ${name}, ${id}${differs}`);
              }
        }
        expect(wrong).toEqual([]);
        // The front page and ten chapters.
        for (const name of ['front', 'size-and-score']) expect([...names]).toContain(`${name}.json.gz`);
        expect(names.size).toBe(11);
      } finally {
        await served.close();
      }
    },
  );
