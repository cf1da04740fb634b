import { describe, expect, test } from 'vitest';
import { byBenchmark } from '../../src/dataset/benchmarks.ts';
import { fields } from '../../src/slice/fields.ts';
import { keysOf } from '../../src/slice/parameters.ts';
import { addressOf, alike, criteriaOf, criteriaParameters, readCriteria } from '../../src/choose/criteria.ts';
import { folderOf, machines, usualMachine } from '../../src/choose/memory.ts';

const site = 'https://example.org';
const root = '/report/choose/';
const page = site + root;
const usual = criteriaOf(usualMachine);

test('the page opens with 24 GB at 4 bits, models that are there and have no caution, and the average', () => {
  expect(readCriteria(page)).toEqual({
    criteria: {
      memory: 24,
      bits: 4,
      licence: 'any',
      types: [],
      onHub: true,
      officialOnly: false,
      withoutCautioned: true,
      inChatFormat: false,
      weights: alike,
    },
    problems: [],
  });
});

test('no parameter of the page is one of the slice', () => {
  const slice: string[] = Object.values(fields).map(({ key }) => key);
  expect(keysOf(criteriaParameters()).filter((key) => slice.includes(key))).toEqual([]);
});

describe('the page of a machine', () => {
  test('every machine of the report has one, and its address means that machine', () => {
    expect(machines).toHaveLength(15);
    for (const machine of machines) {
      const address = addressOf(root, page, { ...usual, ...machine });
      expect(readCriteria(address)).toEqual({ criteria: criteriaOf(machine), problems: [] });
      expect(address).toBe(
        page + (machine.memory === 24 && machine.bits === 4 ? '' : `${folderOf(machine)}/`),
      );
    }
  });

  test('what is asked besides stands in its query', () => {
    const address = addressOf(root, `${page}?size=9-40&memory=7`, { ...usual, memory: 48, licence: 'free' });
    expect(address).toBe(`${page}48gb-4bit/?size=9-40&licence=free`);
    expect(readCriteria(address).criteria).toEqual({ ...usual, memory: 48, licence: 'free' });
  });

  test('another memory stands in the query of the page that opens first', () => {
    const criteria = { ...usual, memory: 11.5, bits: 8 };
    const address = addressOf(root, `${page}48gb-8bit/?licence=free`, criteria);
    expect(address).toBe(`${page}?memory=11.5&bits=8`);
    expect(readCriteria(address).criteria).toEqual(criteria);
  });

  test('a parameter says another machine, and one that cannot be read leaves that of the page', () => {
    const read = (query: string) => readCriteria(`${page}48gb-8bit/?${query}`);
    expect(read('bits=16').criteria).toMatchObject({ memory: 48, bits: 16 });
    expect(read('bits=4.5').criteria).toMatchObject({ memory: 48, bits: 4.5 });
    expect(read('bits=33').problems).toEqual([
      '“33” is no number of bits; write 16, 8, 4 or another, such as 4.5, more than 0 and at most 32',
    ]);
    expect(read('memory=banana').criteria.memory).toBe(48);
    expect(read('memory=banana').problems).toEqual([
      '“banana” is no memory; write gigabytes, more than 0 and at most 10,000',
    ]);
  });
});

describe('types', () => {
  const read = (text: string) => readCriteria(`${page}?kind=${text}`);

  test('are named in any order, and all of them are none', () => {
    expect(read('merge,chat')).toMatchObject({ criteria: { types: ['chat', 'merge'] }, problems: [] });
    expect(addressOf(root, page, read('merge,chat').criteria)).toBe(`${page}?kind=chat,merge`);
    const all = 'pretrained,continued,fine-tuned,chat,merge,multimodal,other';
    expect(addressOf(root, page, read(all).criteria)).toBe(page);
  });

  test('what is none is said, and the others count', () => {
    expect(read('chat,%3Cb%3E').criteria.types).toEqual(['chat']);
    expect(read('chat,%3Cb%3E').problems).toEqual([
      '“<b>” is not a value of “kind”; it takes any or pretrained, continued, fine-tuned, chat, merge, multimodal, other, with commas between them',
    ]);
  });
});

describe('weights', () => {
  const read = (text: string) => readCriteria(`${page}?weights=${text}`);

  test('are named, and a benchmark that is not named has none', () => {
    const { criteria, problems } = read('math-3,ifeval-0.5');
    expect(problems).toEqual([]);
    expect(criteria.weights).toEqual({ ...byBenchmark(() => 0), ifeval: 0.5, math: 3 });
    expect(addressOf(root, page, criteria)).toBe(`${page}?weights=ifeval-0.5,math-3`);
  });

  test('that are all alike are the average', () => {
    const all = 'ifeval-2,bbh-2,math-2,gpqa-2,musr-2,mmlu_pro-2';
    expect(read(all).criteria.weights).toBe(alike);
    expect(addressOf(root, page, read(all).criteria)).toBe(page);
  });

  test.each([
    'ifeval',
    'ifeval-',
    'elo-2',
    'ifeval--1',
    'ifeval-101',
    'ifeval-1,ifeval-2',
    'math-0',
    '%3Cb%3E-1',
  ])('“%s” is none, which is said', (text) => {
    expect(read(text).criteria.weights).toBe(alike);
    expect(read(text).problems).toHaveLength(1);
  });
});

describe('a slice in the address', () => {
  const read = (query: string) => readCriteria(`${page}?${query}`).criteria;

  test('is asked of its type, of official makers and of the chat format, unless the page is asked otherwise', () => {
    expect(read('type=chat&size=1-9')).toEqual({ ...usual, types: ['chat'] });
    expect(read('type=merge,other').types).toEqual(['merge', 'multimodal', 'other']);
    expect(read('provider=official').officialOnly).toBe(true);
    expect(read('provider=community')).toEqual(usual);
    expect(read('template=yes')).toEqual({ ...usual, inChatFormat: true });
    expect(read('template=no')).toEqual(usual);
    expect(read('template=yes&asked=any')).toEqual(usual);
    expect(read('type=chat&kind=merge').types).toEqual(['merge']);
    expect(read('type=chat&kind=any').types).toEqual([]);
    expect(read('provider=official&makers=any').officialOnly).toBe(false);
  });

  test('keeps what the page shows: a choice against it stands in the address, one with it does not', () => {
    const sliced = `${page}?type=chat&provider=official`;
    const criteria = readCriteria(sliced).criteria;
    expect(addressOf(root, sliced, criteria)).toBe(sliced);
    const all = addressOf(root, sliced, { ...criteria, types: [], officialOnly: false, memory: 48 });
    expect(all).toBe(`${page}48gb-4bit/?type=chat&provider=official&kind=any&makers=any`);
    expect(readCriteria(all).criteria).toEqual({ ...usual, memory: 48 });
  });
});

test('a number of the address is read as people write it, and what can mean two is said', () => {
  expect(readCriteria(`${page}?memory=24,5&bits=4,5`).criteria).toMatchObject({ memory: 24.5, bits: 4.5 });
  expect(readCriteria(`${page}?memory=16%20GB`).criteria.memory).toBe(16);
  expect(readCriteria(`${page}?memory=7,616`)).toMatchObject({
    criteria: { memory: 24 },
    problems: ['“7,616” can mean 7.616 or 7616; write the one that you mean'],
  });
  expect(readCriteria(`${page}?memory=0.0000001`).problems).toHaveLength(1);
});
