import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { Row } from '../../src/engine/engine.ts';
import { figureCsv, type FigureWords } from '../../src/figures/figure-csv.ts';

const words: FigureWords = {
  question: 'Which?',
  takeaway: 'This one.',
  counted: '312 models',
  preparation: 'The reviewed preparation',
  slice: ['chat', 'up to 9 B'],
  until: '2025-03-13',
  report: 'The report',
  address: 'https://a.b/c/?type=chat#figure-d',
};
const read = (text: string) =>
  parse(text, { comment: '#', comment_no_infix: true, columns: true }) as Record<string, string>[];
const cellsOf = (labels: (string | null)[]) =>
  read(
    figureCsv(
      words,
      labels.map((label, at) => ({ at, label })),
    ),
  ).map(({ label }) => label);

test('a file says what it is and then has its rows', () => {
  const rows: Row[] = [
    { model: 'a/b', share: 0.25, moe: true, likes: null },
    { model: 'c/d', share: -3, moe: false, likes: 2 },
  ];
  expect(figureCsv(words, rows)).toBe(
    [
      '# Which?',
      '# This one.',
      '# 312 models; the reviewed preparation; chat, up to 9 B.',
      '# Source: Open LLM Leaderboard, final release, submissions until 2025-03-13; table data/runs.csv of this report.',
      '# The report: https://a.b/c/?type=chat#figure-d',
      'model,share,moe,likes',
      'a/b,0.25,true,',
      'c/d,-3,false,2',
      '',
    ].join('\n'),
  );
});

test('without filters it is of all models; without an address it names the report alone', () => {
  const lines = figureCsv({ ...words, slice: [], address: null }, []).split('\n');
  expect(lines[2]).toBe('# 312 models; the reviewed preparation; all models.');
  expect(lines[4]).toBe('# The report');
});

describe('a stranger’s text', () => {
  test('with commas, quotes, breaks, blanks or a hash stays one cell', () => {
    const texts = [
      'a,b',
      'say "a", or "b"',
      'two\nlines',
      'two\r\nlines',
      '# no comment',
      ' blanks ',
      '',
      '"',
    ];
    expect(cellsOf(texts)).toEqual(texts);
  });

  test('that a spreadsheet would compute gets an apostrophe, and one more where it has one', () => {
    expect(
      cellsOf(['=HYPERLINK("https://evil","x")', '+1', '+a', '-1+2', '@SUM(A1)', '\t=1', "'=1", '＝1+1']),
    ).toEqual([
      '\'=HYPERLINK("https://evil","x")',
      '+1',
      "'+a",
      "'-1+2",
      "'@SUM(A1)",
      "'\t=1",
      "''=1",
      "'＝1+1",
    ]);
  });

  test('that is none of these is left alone, as are numbers', () => {
    const texts = ["it's", 'a=b', 'a/-b', '<script>', '−3', null];
    expect(cellsOf(texts)).toEqual(["it's", 'a=b', 'a/-b', '<script>', '−3', '']);
    expect(read(figureCsv(words, [{ change: -1.5 }]))).toEqual([{ change: '-1.5' }]);
  });

  test('in the lines above the rows neither breaks a line nor begins a cell as a formula', () => {
    const lines = figureCsv({ ...words, takeaway: 'Best is a\n1,2\r,=1+1; "=2",  "=3"' }, []).split('\n');
    expect(lines[1]).toBe('# Best is a 1,2 ,\'=1+1; "\'=2",  "\'=3"');
  });

  test('is announced where an apostrophe was added', () => {
    const said = (label: string) => figureCsv(words, [{ label }]).includes('has an apostrophe before it.');
    expect([said('=1'), said('1')]).toEqual([true, false]);
  });
});
