import { describe, expect, test } from 'vitest';
import { csvwMetadata, type CsvDescription } from '../../../src/dataset/files/csvw.ts';
import { readme } from '../../../src/dataset/files/readme.ts';

const example: CsvDescription = {
  file: 'sizes.csv',
  title: 'How large are models?',
  about: ['Half have at most 8 B.'],
  taken: '312 models; the reviewed preparation; chat.',
  source: 'A leaderboard.',
  until: '2025-03-13',
  report: 'The report',
  address: 'https://a.b/c/?type=chat',
  notes: ['A note.'],
  columns: [
    { name: 'model', type: 'string', label: 'Model', meaning: 'Its name.', required: true },
    { name: 'average', type: 'number', label: 'Average', unit: 'points', minimum: 0, maximum: 100 },
    { name: 'day', type: 'date' },
  ],
  key: ['model'],
};

const read = (description: CsvDescription) =>
  JSON.parse(csvwMetadata(description)) as {
    tableSchema: { columns: { name: string; titles: string[] }[] };
  } & Record<string, unknown>;

test('a description is what the standard asks for, worked by hand', () => {
  expect(read(example)).toEqual({
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: 'sizes.csv',
    'dc:title': 'How large are models?',
    'dc:description': 'Half have at most 8 B.',
    'dc:provenance': '312 models; the reviewed preparation; chat.',
    'dc:source': 'A leaderboard.',
    'dc:date': '2025-03-13',
    'dc:isPartOf': 'The report',
    'schema:url': 'https://a.b/c/?type=chat',
    'rdfs:comment': ['A note.'],
    dialect: { encoding: 'utf-8', delimiter: ',', quoteChar: '"', doubleQuote: true, header: true },
    tableSchema: {
      columns: [
        {
          name: 'model',
          titles: ['model', 'Model'],
          'dc:description': 'Its name.',
          datatype: 'string',
          required: true,
        },
        {
          name: 'average',
          titles: ['average', 'Average'],
          datatype: { base: 'number', minimum: 0, maximum: 100 },
          'schema:unitText': 'points',
        },
        { name: 'day', titles: ['day'], datatype: 'date' },
      ],
      primaryKey: ['model'],
    },
  });
});

test('without an address, a query or notes it says nothing of them', () => {
  const bare = { ...example, taken: undefined, until: undefined, address: null, notes: [] };
  const keys = Object.keys(read(bare));
  expect(keys).toEqual([
    '@context',
    'url',
    'dc:title',
    'dc:description',
    'dc:source',
    'dc:isPartOf',
    'dialect',
    'tableSchema',
  ]);
});

describe('names that a query gave', () => {
  const columnsOf = (...names: string[]) =>
    read({ ...example, key: undefined, columns: names.map((name) => ({ name, type: 'string' })) }).tableSchema
      .columns;

  test('are spelt as the standard has variables; the title is what stands in line 1', () => {
    expect(columnsOf('<i>', '=cmd', '_a', 'é b')).toMatchObject([
      { name: '%3Ci%3E', titles: ['<i>'] },
      { name: '%3Dcmd', titles: ["'=cmd"] },
      { name: '%5Fa', titles: ['_a'] },
      { name: '%C3%A9%20b', titles: ['é b'] },
    ]);
  });

  test('are each there once', () => {
    expect(columnsOf('a', 'a', 'a.2', 'a').map(({ name }) => name)).toEqual(['a', 'a.2', 'a%2E2', 'a.3']);
  });
});

describe('a readme', () => {
  test('says in lines what the file is', () => {
    expect(readme({ ...example, query: 'SELECT 1,\r\n\t2' })).toBe(
      [
        'How large are models?',
        '',
        'Half have at most 8 B.',
        '312 models; the reviewed preparation; chat.',
        '',
        'Source: A leaderboard.',
        'Report: The report',
        'Address: https://a.b/c/?type=chat',
        '',
        'Files',
        '  sizes.csv                the rows, in UTF-8, with commas and the names of the columns in line 1',
        '  sizes.csv-metadata.json  this description for programs, as the W3C has it (CSV on the Web)',
        '',
        'Columns',
        '  model    Model',
        '  average  Average, points',
        '  day',
        '',
        'Query',
        '    SELECT 1,',
        '     2',
        '',
        'Notes',
        '  A note.',
        '',
      ].join('\n'),
    );
  });

  test('lets no text break a line, hide or begin a formula', () => {
    const text = readme({
      ...example,
      title: '=1+1',
      taken: 'named “x\n=2\u202e”',
      columns: [{ name: '@a\tb', type: 'string' }],
      query: 'SELECT\u2028\u001b[2J 1',
    });
    expect(text).toContain("'=1+1\n");
    expect(text).toContain('named “x =2 ”\n');
    expect(text).toContain("  '@a b\n");
    expect(text).toContain('    SELECT [2J 1\n');
    expect(text).not.toMatch(/^[=+\-@]/m);
  });
});
