import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { csvHeader, csvLines } from '../../src/sql/csv-file.ts';

test('every text comes back from the lines', () => {
  const rows = [
    ['a,b', '"quoted"', 'two\nlines', 'cr\rlf\r\n'],
    ['# no comment', ' spaces ', '-1.5', '🤝'],
  ];
  expect(parse(csvLines(rows))).toEqual(rows);
});

test('a text that a spreadsheet would compute gets an apostrophe', () => {
  expect(csvLines([['=1+1', '@sum', '-1']])).toBe("'=1+1,'@sum,-1\n");
});

test('NULL is an empty cell, a text without characters is not', () => {
  expect(csvLines([[null, '', 'x']])).toBe(',"",x\n');
});

test('the header names query, slice and source, every line of it a comment', () => {
  const header = csvHeader({
    title: 'Report',
    source: 'Leaderboard',
    address: 'https://example.org/sql/?q=1',
    slice: 'chat',
    rows: '2 rows',
    query: 'SELECT 1,\r  2\n\nFROM models',
  });
  expect(header).toBe(
    [
      '# Report',
      '# Source: Leaderboard',
      '# Link: https://example.org/sql/?q=1',
      '# Slice: chat',
      '# Rows: 2 rows',
      '# An empty cell is NULL; "" is a text without characters. A text that a spreadsheet would take for a formula has an apostrophe before it.',
      '# Query:',
      '#   SELECT 1,',
      '#     2',
      '#',
      '#   FROM models',
      '',
    ].join('\n'),
  );
});
