import { expect, test } from 'vitest';
import { readParameters } from '../../../src/slice/parameters.ts';
import { parseSlice, wholeTable } from '../../../src/slice/slice.ts';
import { addressVersus, versusParameters, type Versus } from '../../../src/reader/versus/parameter.ts';

const site = 'https://example.org/report/size/';
const slice = (query: string) => parseSlice(new URLSearchParams(query)).slice;
const read = (query: string) => readParameters<Versus>(versusParameters, new URLSearchParams(query));

test('slice B is written so that it can be read, after all else that the address says', () => {
  expect(addressVersus(`${site}?size=9-40#figure-a`, slice('type=chat&provider=official'))).toBe(
    `${site}?size=9-40&vs=type=chat;provider=official#figure-a`,
  );
  expect(addressVersus(`${site}?vs=type=chat&size=9-40`, wholeTable)).toBe(`${site}?size=9-40&vs=all`);
  expect(addressVersus(`${site}?size=9-40&vs=all`, null)).toBe(`${site}?size=9-40`);
});

test.each(['', 'type=chat', 'size=9-40&type=chat,merge', 'name=a%3Bb%26c%3Dd+e', 'organisation=%2B%25'])(
  'what is written of the slice “%s” is read as that slice',
  (query) => {
    const address = addressVersus(site, slice(query));
    expect(read(new URL(address).search)).toEqual({ values: { versus: slice(query) }, problems: [] });
  },
);

test('an encoded “&” stands between filters as well, and a question mark is let pass', () => {
  expect(read('vs=%3Fsize%3D9-40%26type%3Dchat').values.versus).toEqual(slice('size=9-40&type=chat'));
});

test('what cannot be read is named, and what can be read stays', () => {
  expect(read('vs=banana')).toEqual({
    values: { versus: null },
    problems: [
      '“banana” is no filter of this report. “vs” takes the filters of a slice, as in “type=chat;size=9-40”, or “all”',
    ],
  });
  const half = read('vs=type=chat;size=x');
  expect(half.values.versus).toEqual(slice('type=chat'));
  expect(half.problems).toHaveLength(1);
  expect(read('vs=').values.versus).toBeNull();
});
