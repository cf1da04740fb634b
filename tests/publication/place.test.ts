import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentError, lookUp } from '../../src/publication/place.ts';
import { findStatistic, statisticIds } from '../../src/statistics/statistics.ts';

const at = 'content/chapters/04-size.mdx:12:3';
const fruit = new Map([
  ['apple', 1],
  ['pear', 2],
]);
const find = (id: string) => lookUp('Fruit', id, (name) => fruit.get(name), [...fruit.keys()], at);

describe('lookUp', () => {
  test('gives the entry of an id', () => {
    expect(find('pear')).toBe(2);
  });

  test('names the place first, then the id and the nearest that exists', () => {
    expect(() => find('appel')).toThrow(
      /^content\/chapters\/04-size\.mdx:12:3: <Fruit> has the unknown id “appel”; the nearest that exists is “apple”$/,
    );
    expect(() => find('peer')).toThrow('“pear”');
  });

  test('finds the nearest of the real statistics', () => {
    const look = (id: string) => lookUp('Stat', id, findStatistic, statisticIds, at);
    expect(() => look('model.count')).toThrow('“models.count”');
    expect(() => look('score_per_b.smal.median')).toThrow('“score_per_b.small.median”');
  });

  test('says what became of a retired one', () => {
    expect(() => lookUp('Stat', 'noise.co2_fold.median', findStatistic, statisticIds, at)).toThrow(
      /retired id “noise\.co2_fold\.median”; its place is taken by “noise\.twins\.co2_fold\.median”\. Nearly all .*\.$/,
    );
    // A retired id of another kind is only unknown.
    expect(() => find('noise.co2_fold.median')).toThrow('unknown id');
  });

  test('does not find what every object has', () => {
    for (const id of ['constructor', '__proto__', 'toString'])
      expect(() => lookUp('Stat', id, findStatistic, statisticIds, at)).toThrow('unknown id');
  });
});

describe('contentError', () => {
  test('says content where the place is unknown', () => {
    expect(contentError(undefined, 'it is wrong').message).toBe('content: it is wrong');
  });

  test('carries the place for the development server, which opens the file there', () => {
    const loc = { file: resolve('content/chapters/04-size.mdx'), line: 12, column: 3 };
    expect(contentError(at, 'it is wrong')).toMatchObject({ message: `${at}: it is wrong`, loc });
  });
});
