import { strFromU8, strToU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { csvwMetadata, type CsvDescription } from '../../src/dataset/files/csvw.ts';
import { readme } from '../../src/dataset/files/readme.ts';
import { csvZip } from '../../src/reader/csv-zip.ts';

const described: CsvDescription = {
  file: 'a.csv',
  title: 'A',
  about: ['B.'],
  source: 'C.',
  report: 'D',
  address: null,
  notes: [],
  columns: [{ name: 'é', type: 'string' }],
};

test('an archive holds the file as it is, its description and a readme', () => {
  const files = unzipSync(csvZip(described, strToU8('é\nü\n')));
  expect(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual([
    ['a.csv', 'é\nü\n'],
    ['a.csv-metadata.json', csvwMetadata(described)],
    ['README.txt', readme(described)],
  ]);
});

test('an archive has the time that zip counts from, and so the same bytes at any time', () => {
  const zip = csvZip(described, strToU8('é\n'));
  // Bytes 10 to 13 of the first local header: midnight of 1 January 1980 in the form of MS-DOS.
  expect([...zip.slice(10, 14)]).toEqual([0, 0, 0b00100001, 0]);
  expect(csvZip(described, strToU8('é\n'))).toEqual(zip);
});
