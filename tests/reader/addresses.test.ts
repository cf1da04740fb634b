import { expect, test } from 'vitest';
import { fields } from '../../src/slice/fields.ts';
import { formatSlice, parseSlice, wholeTable } from '../../src/slice/slice.ts';
import { noticeOf, unknownParameters } from '../../src/slice/unknown-parameters.ts';
import { addresses, type Page } from './addresses.ts';
import { addressOf, own, pages, readOwn, set } from './read-address.ts';

/** A line that can be read: what repeats is counted, and what has no sign gets one. */
const legible = (line: string) =>
  line
    .replaceAll(/(.)\1{40,}/g, (run, sign: string) => `(${run.length} times ${sign})`)
    .replaceAll('\u0001', '\\u0001');

function witness(page: Page, text: string): string {
  const query = new URL(addressOf(page, text)).searchParams;
  const { slice, problems } = parseSlice(query);
  const { means, told, written } = readOwn(page, text);
  const lines = [
    ...set(slice, wholeTable).map(([key, value]) => `slice ${key} ${JSON.stringify(value)}`),
    ...set(means, readOwn(page, '').means).map(([key, value]) => `page ${key} ${JSON.stringify(value)}`),
    noticeOf(problems, unknownParameters(query, own[page].names)),
    ...told.map((problem) => `Left at its default: ${problem}.`),
    `written ${[formatSlice(slice), written].filter((part) => part !== '').join(' and ')}`.trimEnd(),
  ];
  return [`${page} ${text}`.trimEnd(), ...lines.filter((line) => line !== '').map((line) => `  ${line}`)]
    .map(legible)
    .join('\n');
}

test('every address keeps its meaning, or leads on with a sentence', async () => {
  const told = pages.flatMap((page) => addresses[page].map((text) => witness(page, text)));
  await expect(`${told.join('\n')}\n`).toMatchFileSnapshot('../golden/addresses.txt');
});

test.each(pages)('the list holds every parameter of %s with a value that means something', (page) => {
  const { names } = own[page];
  const declared: readonly string[] = page === 'chapter' ? [...Object.keys(fields), ...names] : names;
  const written = addresses[page].flatMap((text) => {
    const { slice } = parseSlice(new URL(addressOf(page, text)).searchParams);
    const queries = [readOwn(page, text).written, page === 'chapter' ? formatSlice(slice) : ''];
    return queries.flatMap((query) => [...new URLSearchParams(query.replace(/^#/, '')).keys()]);
  });
  expect([...new Set(written)].sort()).toEqual([...declared].sort());
});

test.each(pages)('what is written of %s is read as the same, without a complaint', (page) => {
  for (const text of addresses[page]) {
    const first = readOwn(page, text);
    expect(readOwn(page, first.written), text).toEqual({ ...first, told: [] });
    const { slice } = parseSlice(new URL(addressOf(page, text)).searchParams);
    expect(parseSlice(new URLSearchParams(formatSlice(slice))), text).toEqual({ slice, problems: [] });
  }
});
