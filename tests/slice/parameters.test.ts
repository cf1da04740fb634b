import { expect, test } from 'vitest';
import {
  addressWith,
  keysOf,
  ParameterProblem,
  queryOf,
  readParameters,
  textsOf,
  type Parameters,
} from '../../src/slice/parameters.ts';

interface Choice {
  colour: string;
  names: readonly string[];
}

const parameters: Parameters<Choice> = {
  colour: {
    key: 'c',
    empty: 'red',
    parse(text) {
      if (text.startsWith('dark')) throw new ParameterProblem(`“${text}” is too dark`, text.slice(4));
      if (text === 'none') throw new ParameterProblem('“none” is no colour');
      return text;
    },
    format: (value) => value,
  },
  names: { key: 'n', empty: [], repeats: true, parse: (_, all) => all, format: (value) => value },
};
const read = (query: string) => readParameters(parameters, new URLSearchParams(query));
const page = 'https://example.org/page/';

test('what an address does not say has its default, which is not written', () => {
  expect(read('')).toEqual({ values: { colour: 'red', names: [] }, problems: [] });
  expect(read('c=&other=1').values).toEqual({ colour: 'red', names: [] });
  expect(textsOf(parameters, { colour: 'red', names: [] })).toEqual([]);
});

test('texts stand in the order of the declaration; a list is a text for each of its entries', () => {
  expect(keysOf(parameters)).toEqual(['c', 'n']);
  const texts = textsOf(parameters, { names: ['a', 'b'], colour: 'blue' });
  expect(texts).toEqual([
    ['c', 'blue'],
    ['n', 'a'],
    ['n', 'b'],
  ]);
  expect(read(queryOf(texts))).toEqual({ values: { colour: 'blue', names: ['a', 'b'] }, problems: [] });
});

test('an address has no empty part in its query, whatever it had', () => {
  const values = { colour: 'blue', names: [] };
  expect(addressWith(`${page}?&c=red&&x=1&`, parameters, values)).toBe(`${page}?x=1&c=blue`);
  expect(addressWith(page, parameters, values)).toBe(`${page}?c=blue`);
  expect(addressWith(`${page}?x=1&c=blue`, parameters, { colour: 'red', names: [] })).toBe(`${page}?x=1`);
});

test('an error of the program is none of the address', () => {
  const broken = {
    colour: {
      ...parameters.colour,
      parse: () => {
        throw new TypeError('broken');
      },
    },
    names: parameters.names,
  };
  expect(() => readParameters(broken, new URLSearchParams('c=blue'))).toThrow('broken');
});

test('what cannot be read is named; what can be read of it is kept', () => {
  expect(read('c=none&n=a')).toEqual({
    values: { colour: 'red', names: ['a'] },
    problems: ['“none” is no colour'],
  });
  expect(read('c=darkgreen')).toEqual({
    values: { colour: 'green', names: [] },
    problems: ['“darkgreen” is too dark'],
  });
});

test('of one that stands more than once the first counts, which is said where they differ', () => {
  expect(read('c=blue&c=blue').problems).toEqual([]);
  expect(read('c=blue&c=green')).toEqual({
    values: { colour: 'blue', names: [] },
    problems: ['“c” stands more than once; the first counts'],
  });
});

test('only what would be misread is escaped', () => {
  expect(queryOf([['n', 'a/b,c d&e=é+']])).toBe('n=a/b,c+d%26e%3D%C3%A9%2B');
});

test('values take the place of those before; all else in the address stays as it is written', () => {
  const address = `${page}?x=%20y&c=blue&z&%6e=a&n=b#part`;
  expect(addressWith(address, parameters, { colour: 'green', names: ['d'] })).toBe(
    `${page}?x=%20y&z&c=green&n=d#part`,
  );
  expect(addressWith(address, parameters, { colour: 'green', names: ['d'] }, true)).toBe(
    `${page}?c=green&n=d&x=%20y&z#part`,
  );
  expect(addressWith(`${page}?c=blue`, parameters, { colour: 'red', names: [] })).toBe(page);
});
