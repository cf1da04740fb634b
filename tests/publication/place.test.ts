import { describe, expect, test } from 'vitest';
import {
  checkProps,
  idsByLabel,
  contentError,
  flag,
  lookUp,
  oneOf,
  text,
} from '../../src/publication/place.ts';
import { findStatistic, statisticIds } from '../../src/statistics/statistics.ts';

const at = 'content/chapters/04-size.mdx:12:3';
const fruit = new Map([
  ['apple', 1],
  ['pear', 2],
]);
const find = (id: unknown) => lookUp('Fruit', id, (name) => fruit.get(name), [...fruit.keys()], at);

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

  test('asks for an id where there is none, with an example that works', () => {
    for (const id of [undefined, '', 3, true])
      expect(() => find(id)).toThrow(`${at}: <Fruit> needs an id, as in <Fruit id="apple" />`);
  });

  test('does not find what every object has', () => {
    for (const id of ['constructor', '__proto__', 'toString'])
      expect(() => lookUp('Stat', id, findStatistic, statisticIds, at)).toThrow('unknown id');
  });

  test('says content where the place is unknown', () => {
    expect(contentError(undefined, 'it is wrong').message).toBe('content: it is wrong');
  });
});

describe('checkProps', () => {
  const check = (props: Record<string, unknown>) =>
    checkProps('Stat', { at, ...props }, { id: text, interval: flag, digits: oneOf('0', '1') });

  test('lets right props pass, and those that are not there', () => {
    expect(() => check({ id: 'a', interval: true, digits: '1' })).not.toThrow();
    expect(() => check({ id: undefined, digits: undefined })).not.toThrow();
    expect(() => check({})).not.toThrow();
  });

  test('names an unknown prop and the nearest one', () => {
    expect(() => check({ digit: '1' })).toThrow(
      `${at}: <Stat> has no prop “digit”; the nearest that exists is “digits”`,
    );
  });

  test('says what a prop takes, and what it was given', () => {
    expect(() => check({ digits: '7' })).toThrow(`${at}: <Stat> takes one of “0”, “1” as “digits”, not "7"`);
    expect(() => check({ digits: 1 })).toThrow('takes one of “0”, “1” as “digits”, not 1');
    expect(() => check({ interval: 'yes' })).toThrow(`${at}: <Stat> takes no value as “interval”, not "yes"`);
    expect(() => check({ id: 5 })).toThrow(`${at}: <Stat> takes a text as “id”, not 5`);
  });

  test.each([[{}], [{ Average: 1 }], ['pairs.average.mean'], [null]])(
    'ids by label are not %j',
    (estimates) => {
      expect(() => checkProps('Answer', { estimates, at }, { estimates: idsByLabel })).toThrow(
        `${at}: <Answer> takes labels with an id each, as in {{ Label: "id" }}, as “estimates”, not `,
      );
    },
  );

  test('ids by label are texts', () => {
    const estimates = { Average: 'pairs.average.mean' };
    expect(() => checkProps('Answer', { estimates, at }, { estimates: idsByLabel })).not.toThrow();
  });

  test('is not led astray by props that every object has', () => {
    expect(() => check({ constructor: 'x' })).toThrow('<Stat> has no prop “constructor”');
  });
});
