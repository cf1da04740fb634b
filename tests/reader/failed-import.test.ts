import { expect, test } from 'vitest';
import { isFailedImport, reasonOf } from '../../src/reader/failed-import.ts';

test.each([
  'Failed to fetch dynamically imported module: https://a.example/_astro/chart.js',
  'error loading dynamically imported module: https://a.example/_astro/chart.js',
  'Importing a module script failed.',
])('“%s” asks for the page to be reloaded, without the address of a file', (message) => {
  const error = new TypeError(message);
  expect(isFailedImport(error)).toBe(true);
  expect(reasonOf(error)).toBe('a part of the page could not be loaded; reload the page');
});

test('any other failure is told in its own words', () => {
  expect(isFailedImport(new Error('Failed to fetch dynamically imported module'))).toBe(false);
  expect(reasonOf(new Error('The chart could not be loaded (503).'))).toBe(
    'The chart could not be loaded (503)',
  );
  expect(reasonOf('gone')).toBe('gone');
});
