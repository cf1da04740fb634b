import { describe, expect, test } from 'vitest';
import { finderUrl } from '../../src/explorer/links.ts';
import { describeTable } from '../../src/explorer/table-file.ts';
import { cellText, findTableColumn } from '../../src/explorer/table-columns.ts';

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

  test('is described with its order, its slice and its columns', () => {
    const described = describeTable(words, columns);
    expect(described).toMatchObject({
      file: 'models.csv',
      about: ['Models as the explorer’s table has them, ordered by Average.'],
      taken: '2 models; the reviewed preparation; chat.',
      until: '2025-03-13',
      report: 'The report',
      address: 'https://x/?a=1',
    });
    expect(described.columns).toMatchObject([
      { name: 'model', label: 'Model' },
      { name: 'average', label: 'Average score', unit: 'points' },
      { name: 'moe', type: 'boolean' },
    ]);
  });
});

test('cells are written for readers', () => {
  expect(cellText(null, findTableColumn('license')!)).toBe('–');
  expect(cellText(12.345, findTableColumn('average')!)).toBe('12.35');
  expect(cellText(7.2416, findTableColumn('parameters_b')!)).toBe('7.242');
  expect(cellText(6093, findTableColumn('likes')!)).toBe('6,093');
  expect(cellText(true, findTableColumn('moe')!)).toBe('yes');
});
