import { describe, expect, test } from 'vitest';
import { checkedProps, propProblems, type PropsOf } from '../../src/components/props.ts';

const at = 'content/chapters/04-size.mdx:12:3';

describe('propProblems', () => {
  test('finds nothing wrong with right props, and leaves out those that are not there', () => {
    expect(propProblems('Stat', { id: 'a', interval: true, digits: '1', at })).toEqual([]);
    expect(propProblems('Stat', { id: 'a', interval: undefined })).toEqual([]);
    expect(propProblems('ExpertsDiagram', {})).toEqual([]);
  });

  test('names an unknown prop and the nearest one', () => {
    expect(propProblems('Stat', { id: 'a', digit: '1' })).toEqual([
      '<Stat> has no prop “digit”; the nearest that exists is “digits”',
    ]);
    expect(propProblems('ExpertsDiagram', { title: 'x' })).toEqual([
      '<ExpertsDiagram> has no prop “title”; it takes none',
    ]);
  });

  test('says what a prop takes, and what it was given', () => {
    expect(propProblems('Stat', { id: 'a', digits: '7' })).toEqual([
      '<Stat> takes one of “0”, “1”, “2”, “3”, “4” as “digits”, not "7"',
    ]);
    expect(propProblems('Stat', { id: 'a', interval: 'yes' })).toEqual([
      '<Stat> takes no value as “interval”, not "yes"',
    ]);
    expect(propProblems('Stat', { id: 5 })).toEqual(['<Stat> takes the id of a statistic as “id”, not 5']);
    expect(propProblems('Figure', { id: ' ' })).toEqual([
      '<Figure> takes the id of a figure as “id”, not " "',
    ]);
  });

  test('names what is missing, and everything that is wrong at once', () => {
    expect(propProblems('Claim', { id: 'a' })).toEqual([
      '<Claim> needs “says”: one of “holds”, “fails”, “open”',
    ]);
    expect(propProblems('Claim', { say: 'holds', prepared: 'no' })).toEqual([
      '<Claim> has no prop “say”; the nearest that exists is “says”',
      '<Claim> takes one of “holds”, “fails”, “open” as “prepared”, not "no"',
      '<Claim> needs “id”: the id of a claim',
      '<Claim> needs “says”: one of “holds”, “fails”, “open”',
    ]);
  });

  test('reads the TeX of a formula', () => {
    expect(propProblems('Math', { tex: '\\frac{1}{2}' })).toEqual([]);
    expect(propProblems('Math', { tex: '\\frac{1}{' })).toEqual([
      expect.stringMatching(/^<Math> cannot read its TeX: /),
    ]);
  });

  test('lets a narrative citation name one work', () => {
    expect(propProblems('Cite', { id: 'a b' })).toEqual([]);
    expect(propProblems('Cite', { id: 'a b', narrative: true })).toEqual([
      '<Cite narrative> takes one work, not 2: write an element for each',
    ]);
  });

  test('is not led astray by what every object has', () => {
    expect(propProblems('Note', { constructor: 'x' })).toEqual([
      '<Note> has no prop “constructor”; the nearest that exists is “title”',
    ]);
  });
});

test('checkedProps hands right props on and throws the first mistake with its place', () => {
  const props: PropsOf<'Stat'> = { id: 'models.count', at };
  expect(checkedProps('Stat', props)).toEqual(props);
  expect(() => checkedProps('Stat', { id: '', at })).toThrow(
    `${at}: <Stat> takes the id of a statistic as “id”`,
  );
});
