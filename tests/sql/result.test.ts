import { expect, test } from 'vitest';
import { collectResult, mostCharacters, mostRows, mostShown } from '../../src/sql/result.ts';
import { countWords, pageWords, secondsWords } from '../../src/sql/result-words.ts';

const columns = [{ name: 'n', type: 'INTEGER' }];
const rows = (count: number, text = '7') => Array.from({ length: count }, () => [text]);

test('the first rows are shown, the file has all', async () => {
  const collected = collectResult(columns);
  for (let piece = 0; piece < 6; piece++) expect(collected.take(rows(2000))).toBe(true);
  const result = collected.result(0.5);
  expect(result.shown).toHaveLength(mostShown);
  expect(result).toMatchObject({ count: 12_000, complete: true, kinds: ['number'], seconds: 0.5 });
  expect(await result.lines.text()).toBe('n\n' + '7\n'.repeat(12_000));
  expect(countWords(result)).toBe('12,000 rows');
  expect(pageWords(1, 100, result)).toBe('Rows 1 to 100 of 10,000 shown; the file has all 12,000');
});

test('a result without rows is one', async () => {
  const result = collectResult(columns).result(0.0001);
  expect(result).toMatchObject({ count: 0, complete: true, shown: [] });
  expect(await result.lines.text()).toBe('n\n');
  expect([countWords(result), secondsWords(result.seconds)]).toEqual(['0 rows', '1 ms']);
});

test('it ends at so many rows, and says so', () => {
  const collected = collectResult(columns);
  expect(collected.take(rows(mostRows - 1))).toBe(true);
  expect(collected.take(rows(2))).toBe(false);
  const result = collected.result(2.04);
  expect(result).toMatchObject({ count: mostRows, complete: false });
  expect(countWords(result)).toBe('The first 1,000,000 rows; there are more than the box takes');
  expect(secondsWords(result.seconds)).toBe('2.0 s');
});

test('it ends at so many characters, between two rows', async () => {
  const collected = collectResult(columns);
  const long = 'x'.repeat(mostCharacters / 10);
  expect(collected.take(rows(11, long))).toBe(false);
  const result = collected.result(1);
  expect(result).toMatchObject({ count: 9, complete: false });
  expect((await result.lines.text()) === 'n\n' + `${long}\n`.repeat(9)).toBe(true);
});

test('a single row is taken, however long', () => {
  const collected = collectResult(columns);
  expect(collected.take(rows(1, 'x'.repeat(mostCharacters)))).toBe(true);
  expect(collected.take(rows(1))).toBe(false);
  expect(collected.result(1)).toMatchObject({ count: 1, complete: false });
});

test('a page of a result that is shown whole says no more than that', () => {
  expect(pageWords(101, 150, { shown: rows(150), count: 150 })).toBe('Rows 101 to 150 of 150');
  expect(countWords({ count: 1, complete: true })).toBe('1 row');
});
