import { expect, test } from 'vitest';
import { addressWithQuery, queryInAddress } from '../../src/reader/sql-address.ts';

const page = 'https://example.org/report/sql/';
const hostile = 'SELECT \'<img src=x onerror=alert(1)>\' AS "a&b" -- 100 % + #1\n\tFROM models';

test.each([hostile, 'SELECT 1', 'é🤝', '+%26', 'a'.repeat(1400), 'b'.repeat(5000)])(
  'a query survives the way through an address: %s',
  (query) => {
    expect(queryInAddress(addressWithQuery(page, query)!)).toBe(query);
  },
);

test('a short query stands in the query of the address, a long one behind the #', () => {
  expect(addressWithQuery(page, 'SELECT 1')).toBe(`${page}?q=SELECT+1`);
  const long = new URL(addressWithQuery(page, 'x'.repeat(1600))!);
  expect(long.search).toBe('');
  expect(long.hash).toBe(`#q=${'x'.repeat(1600)}`);
});

test('a query too long for any address has none', () => {
  expect(addressWithQuery(page, 'x'.repeat(20_001))).toBeNull();
});

test('the slice in the address stays, and a query takes the place of the one before', () => {
  const sliced = `${page}?size=9-40`;
  const first = addressWithQuery(sliced, 'SELECT 1')!;
  expect(first).toBe(`${sliced}&q=SELECT+1`);
  const long = addressWithQuery(first, 'x'.repeat(1600))!;
  expect(long).toBe(`${sliced}#q=${'x'.repeat(1600)}`);
  expect(addressWithQuery(long, 'SELECT 2')).toBe(`${sliced}&q=SELECT+2`);
  expect(addressWithQuery(first, ' ')).toBe(sliced);
});

test('line ends are those of the editor', () => {
  expect(queryInAddress(`${page}?q=SELECT%0D%0A1`)).toBe('SELECT\n1');
});

test('an address without a query holds none', () => {
  expect(queryInAddress(`${page}?size=9-40#main`)).toBeNull();
});
