import { expect, test, vi } from 'vitest';
import { EngineError } from '../../src/engine/engine-error.ts';
import { QueryProblem } from '../../src/engine/query-problem.ts';
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

test('what the page throws for its reader is told in its own words', () => {
  expect(isFailedImport(new Error('Failed to fetch dynamically imported module'))).toBe(false);
  expect(reasonOf(new Error('The chart could not be loaded (503).'))).toBe(
    'The chart could not be loaded (503)',
  );
  const engine = new EngineError('No answer from the server for /engine/a.', 'Try again.');
  expect(reasonOf(engine)).toBe('No answer from the server for /engine/a. Try again');
  expect(reasonOf(new QueryProblem('The table is not there.'))).toBe('The table is not there');
});

test.each([
  'Failed to fetch',
  'NetworkError when attempting to fetch resource.',
  'Load failed',
  'fetch failed',
])('“%s” of a browser is a server that does not answer', (message) => {
  expect(reasonOf(new TypeError(message))).toBe(
    'the server did not answer; check the connection and try again',
  );
});

test.each([
  'Failed to fetch dynamically imported module: https://a.example/_astro/chart.js',
  'Failed to fetch',
  'Load failed',
])('“%s” of a browser that is offline loses nothing that is read', (message) => {
  vi.stubGlobal('navigator', { onLine: false });
  expect(reasonOf(new TypeError(message))).toBe(
    'you seem to be offline; what you read stays; try again once you are connected',
  );
  vi.unstubAllGlobals();
});

test('what was given up for something newer is no fault for the console', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  reasonOf(new DOMException('Something newer was asked.', 'AbortError'));
  expect(said).not.toHaveBeenCalled();
  said.mockRestore();
});

test.each([
  new TypeError("Cannot read properties of undefined (reading 'rows')"),
  new RangeError('Maximum call stack size exceeded'),
  new ReferenceError("Can't find variable: structuredClone"),
  new SyntaxError('Unexpected token < in JSON at position 0'),
  new DOMException('The quota has been exceeded.', 'QuotaExceededError'),
  new WebAssembly.RuntimeError('memory access out of bounds'),
  new Error('Binder Error: Referenced column "x" not found in FROM clause!'),
  new Error('Out of Memory Error: could not allocate block of size 256.0 KiB'),
  'gone',
  undefined,
])('%s reaches the console, not the reader', (error) => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(reasonOf(error)).toBe('a part of the page failed; reload it or try a current browser');
  expect(said).toHaveBeenCalledExactlyOnceWith(error);
  said.mockRestore();
});
