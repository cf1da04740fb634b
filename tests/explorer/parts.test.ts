import { describe, expect, test } from 'vitest';
import { finderUrl } from '../../src/explorer/links.ts';
import { nearest } from '../../src/explorer/nearest.ts';
import { tableFile } from '../../src/explorer/table-file.ts';
import { cellText, findTableColumn } from '../../src/explorer/table-columns.ts';

describe('the nearest point', () => {
  const xs = [0, 10, 12];
  const ys = [0, 0, 0];

  test('is within reach or none', () => {
    expect(nearest(xs, ys, { x: 9, y: 0 }, 5, () => true)).toBe(1);
    expect(nearest(xs, ys, { x: 100, y: 0 }, 5, () => true)).toBe(-1);
  });

  test('is one of those that come first, if any of them is within reach', () => {
    expect(nearest(xs, ys, { x: 9, y: 0 }, 5, (index) => index === 2)).toBe(2);
    expect(nearest(xs, ys, { x: 1, y: 0 }, 5, (index) => index === 2)).toBe(0);
  });
});

describe('addresses of a model', () => {
  test('each part of its name is encoded', () => {
    expect(finderUrl('/x/models/', 'a/b&c')).toBe('/x/models/?m=a/b%26c');
  });
});

describe('the file of the table', () => {
  const columns = ['model', 'average', 'moe'].map((name) => findTableColumn(name)!);
  const words = {
    order: 'ordered by Average',
    counted: '2 models',
    preparation: 'The reviewed preparation',
    slice: ['chat'],
    until: '2025-03-13',
    report: 'The report',
    address: 'https://x/?a=1',
  };

  test('says where it is from and quotes what needs it', () => {
    const rows = [
      { model: 'a/b,"c"', average: 12.345678, moe: true, row: 3 },
      { model: 'd/e', average: null, moe: false, row: 1 },
    ];
    const lines = tableFile(words, columns, rows).split('\n');
    const comment = lines.filter((line) => line.startsWith('# '));
    expect(comment.slice(0, 4)).toEqual([
      '# Models as the explorer’s table has them, ordered by Average.',
      '# 2 models; the reviewed preparation; chat.',
      '# Source: Open LLM Leaderboard, final release, submissions until 2025-03-13; table data/runs.csv of this report.',
      '# The report: https://x/?a=1',
    ]);
    expect(comment[5]).toBe('# average: Average score, points.');
    expect(lines.slice(comment.length)).toEqual([
      'model,average,moe',
      '"a/b,""c""",12.345678,true',
      'd/e,,false',
      '',
    ]);
  });

  test('a line break in a word cannot end the comment', () => {
    const text = tableFile({ ...words, slice: ['named “x\ny”'] }, columns, []);
    expect(text.split('\n')[1]).toBe('# 2 models; the reviewed preparation; named “x y”.');
  });
});

test('cells are written for readers', () => {
  expect(cellText(null, findTableColumn('license')!)).toBe('–');
  expect(cellText(12.345, findTableColumn('average')!)).toBe('12.35');
  expect(cellText(7.2416, findTableColumn('parameters_b')!)).toBe('7.242');
  expect(cellText(6093, findTableColumn('likes')!)).toBe('6,093');
  expect(cellText(true, findTableColumn('moe')!)).toBe('yes');
});
