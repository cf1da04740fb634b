import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readCommandLine } from '../../src/command/command-line.ts';

const said = vi.spyOn(console, 'error');
beforeEach(() => said.mockImplementation(() => undefined));
afterEach(() => void said.mockReset());

const read = (...line: string[]) => readCommandLine('Usage: it', ['all', 'write'], [1, 2], line);

test('flags stand anywhere, and are false where they do not stand', () => {
  expect(read('a', '--all', 'b')).toEqual({ flags: { all: true, write: false }, operands: ['a', 'b'] });
  expect(said).not.toHaveBeenCalled();
});

test.each([
  [[], 2],
  [['a', 'b', 'c'], 2],
  [['--help'], 0],
  [['a', '--help'], 0],
])('%j prints how it is used and ends with %d', (line, code) => {
  expect(read(...line)).toBe(code);
  expect(said).toHaveBeenCalledExactlyOnceWith('Usage: it');
});

test('a flag that is not known is named before that', () => {
  expect(read('a', '--wirte')).toBe(2);
  expect(said.mock.calls[0]![0]).toMatch(/'--wirte'[^]*\n\nUsage: it$/);
});
