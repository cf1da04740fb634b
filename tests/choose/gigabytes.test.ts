import { expect, test } from 'vitest';
import { binaryOf, gigabytesOf, gigabyteWords, memoryText, memoryWords } from '../../src/choose/gigabytes.ts';
import { memoryParameter } from '../../src/choose/machine-parameters.ts';

const memory = memoryParameter(24);
const read = (text: string) => memory.parse(text, [text]);

test('a card of 24 GiB holds 24 · 2³⁰ bytes', () => {
  expect(gigabytesOf(24)).toBe(25.769803776);
});

test('a memory is in GB, and in GiB where that is written', () => {
  for (const text of ['24', '24 GB', '24GB', '24 gb', '24.0']) expect(read(text), text).toBe(24);
  for (const text of ['24 GiB', '24GiB', '24 gib', '24,0 GiB']) expect(read(text), text).toBe(25.769803776);
  for (const text of ['24 TiB', 'GiB', '24 Gi', '10000 GiB', '0 GiB'])
    expect(() => read(text), text).toThrow('is no memory');
});

test('what was asked for in GiB stays so in the address, the field and the words', () => {
  const all = gigabytesOf(24);
  expect(memory.format(all)).toBe('24GiB');
  expect(read(memory.format(all) as string)).toBe(all);
  expect(memoryText(all)).toBe('24 GiB');
  expect(memoryWords(all)).toBe('24\u00a0GiB (25.8\u00a0GB)');
  expect(read(memory.format(gigabytesOf(11.5)) as string)).toBe(gigabytesOf(11.5));
});

test('what was asked for in GB stays so, to its last digit', () => {
  for (const value of [24, 25.769804, 12.5, 0.0001]) expect(binaryOf(value), String(value)).toBeUndefined();
  expect(memory.format(25.769804)).toBe('25.769804');
  expect(memoryWords(0.0001)).toBe('0.0001\u00a0GB');
  expect(memoryWords(1234.5)).toBe('1,234.5\u00a0GB');
});

test('a small memory has a digit that is not 0', () => {
  expect([0, 0.0012, 0.05, 0.1, 19.2].map(gigabyteWords)).toEqual(
    ['0.0', '0.001', '0.05', '0.1', '19.2'].map((text) => `${text}\u00a0GB`),
  );
});
