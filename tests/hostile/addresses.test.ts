// Every parameter of every page with every kind of hostile text: nothing throws, what cannot be read is said in words
// for a reader, and what is written back means the same.
import { describe, expect, test } from 'vitest';
import { fields } from '../../src/slice/fields.ts';
import { formatSlice, parseSlice, predicateOf, wholeTable } from '../../src/slice/slice.ts';
import { noticeOf, unknownParameters } from '../../src/slice/unknown-parameters.ts';
import { addressOf, own, pages, readOwn } from '../reader/read-address.ts';
import { random } from './random.ts';
import { hostileTexts } from './texts.ts';

const longestSentence = 1000;

/** What a reader is told is short, and all of it is ours but for what stands in quotation marks. */
function expectSentence(said: string): void {
  expect(said.length, said).toBeLessThan(longestSentence);
  // Such signs would leave the quotation marks, or turn the words behind them.
  expect(said).not.toMatch(/[\u0000-\u001f\u007f\u200b\u202a-\u202e\u2066-\u2069\ufeff]/);
  expect(said.isWellFormed()).toBe(true);
  const ours = said.replaceAll(/“[^”]*”/g, '“”');
  expect(ours).not.toMatch(/\bundefined\b|\bNaN\b|\bnull\b|\[object|Error\b|\bRegExp\b|[<>]/);
  expect(ours).toMatch(/[a-z]{3,}/);
}

/** Reads an address as its page does; gives what the reader is told. */
function readHostile(page: (typeof pages)[number], text: string): string[] {
  const query = new URL(addressOf(page, text)).searchParams;
  const { slice, problems } = parseSlice(query);
  const { means, told, written } = readOwn(page, text);
  for (const said of [...problems, ...told]) expectSentence(said);

  // Written back, it means the same, and nothing is left to complain of.
  expect(readOwn(page, written)).toEqual({ means, told: [], written });
  const again = parseSlice(new URLSearchParams(formatSlice(slice)));
  expect(again).toEqual({ slice, problems: [] });
  // In a predicate a text stays within its quotation marks.
  const bare = (predicateOf(slice) ?? '').replaceAll(/'(?:[^']|'')*'/g, "''");
  expect(bare).not.toMatch(/--|;|"|'[^'()\s,]|\/\*|DROP/);
  return [...problems, ...told];
}

const kinds = Object.entries(hostileTexts);

describe.each(pages)('%s', (page) => {
  const keys = page === 'chapter' ? [...Object.keys(fields), ...own.chapter.names] : own[page].names;

  test.each(keys.flatMap((key) => kinds.map(([kind, text]) => [key, kind, text] as const)))(
    '%s: %s',
    (key, _, text) => {
      const query = new URLSearchParams([[key, text]]).toString();
      const said = readHostile(page, query);
      // A value is taken or complained of; only a blank one, or one that is the default, is passed over.
      const { written } = readOwn(page, query);
      const { slice } = parseSlice(new URLSearchParams(query));
      if (said.length === 0 && written === '' && formatSlice(slice) === '')
        expect(text.replaceAll(/[\s\0-]/g, '')).toBe('');
    },
  );

  test.each(keys)('%s twice, thrice and empty', (key) => {
    const values = kinds.slice(0, 3).map(([, text]) => [key, text] as [string, string]);
    readHostile(page, new URLSearchParams(values).toString());
    readHostile(page, `${key}&${key}=&${key}==&=${key}`);
  });
});

describe('what is wrongly encoded', () => {
  const faults = [
    '%',
    '%4',
    '%zz',
    '%E0%A4%A',
    '%ED%A0%80',
    '%C0%AF',
    '%FF%FE',
    '%00',
    '%u0041',
    '+%2B+',
    '%25%32%35',
  ];
  test.each(faults.flatMap((text) => pages.map((page) => [page, text] as const)))('%s %s', (page, text) => {
    for (const key of ['name', 'size', 'q', 'm', 'vs', 'pattern', text])
      readHostile(page, `${key}=${text}&&&=&?&#${text}=${text}`);
  });
});

describe('a slice beside another that is hostile', () => {
  test.each(kinds)('%s', (_, text) => {
    for (const filter of ['name', 'license', 'size', 'type', 'vs', text])
      readHostile('chapter', new URLSearchParams([['vs', `${filter}=${text}`]]).toString());
  });

  test.each([2, 10, 200])('nested %i times', (depth) => {
    const nested = Array.from({ length: depth }).reduce<string>(
      (within) => `vs=${encodeURIComponent(within)}`,
      'size=1-2',
    );
    readHostile('chapter', nested.slice(0, 20_000));
  });
});

describe('names that are no parameter', () => {
  test.each(kinds)('%s', (_, text) => {
    const query = new URLSearchParams([[text, '1']]);
    const said = noticeOf([], unknownParameters(query, []));
    if (text.trim() !== '') expectSentence(said);
  });

  test('by the hundred are one sentence', () => {
    const query = new URLSearchParams(Array.from({ length: 500 }, (_, index) => [`filter${index}`, 'x']));
    expectSentence(noticeOf([], unknownParameters(query, [])));
  });

  test('that every object has are no filters either', () => {
    const names = Object.getOwnPropertyNames(Object.prototype);
    const { slice, problems } = parseSlice(new URLSearchParams(names.map((name) => [name, 'x'])));
    expect([slice, problems]).toEqual([wholeTable, []]);
    expect(unknownParameters(new URLSearchParams(names.map((name) => [name, 'x'])))).toEqual(
      names.slice(0, 10),
    );
  });
});

test('every parameter of a page is hostile at once, fifty times', () => {
  for (let seed = 0; seed < 50; seed++) {
    const next = random(seed);
    const one = <T>(list: readonly T[]): T => list[next(list.length)]!;
    const page = one(pages);
    const keys = [...Object.keys(fields), ...own[page].names];
    const pairs = Array.from({ length: 40 }, () => [one(keys), one(kinds)[1].slice(0, 200)]);
    readHostile(page, new URLSearchParams(pairs).toString());
  }
});
