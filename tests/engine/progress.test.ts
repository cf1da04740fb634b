import { expect, test } from 'vitest';
import { progressShare, progressWords } from '../../src/engine/progress.ts';

const sizes = { total: 4_800_000, steps: 10 };
const half = { ...sizes, loaded: 2_400_000, step: 0 };
const arrived = { ...sizes, loaded: sizes.total, step: 0 };
const started = { ...arrived, step: 5 };

test('what has arrived is told in megabytes, then that the engine is compiled, then the steps of its start', () => {
  expect(progressWords(half)).toBe('Loading the engine: 2.4 of 4.8 MB.');
  expect(progressWords(arrived)).toBe('Compiling the engine.');
  expect(progressWords(started)).toBe('Starting the engine: step 5 of 10.');
});

test('four fifths of the way are the bytes, the rest is the start', () => {
  expect(progressShare({ ...sizes, loaded: 0, step: 0 })).toBe(0);
  expect(progressShare(half)).toBeCloseTo(0.4, 12);
  expect(progressShare(arrived)).toBeCloseTo(0.8, 12);
  expect(progressShare(started)).toBeCloseTo(0.9, 12);
  expect(progressShare({ ...arrived, step: 10 })).toBe(1);
  expect(progressShare({ loaded: 0, total: 0, step: 0, steps: 1 })).toBe(0);
});
