import { expect, test } from 'vitest';
import { newest } from '../../src/reader/newest.ts';

test('a new ask ends the one before it, and no other', () => {
  const [begin, elsewhere] = [newest(), newest()];
  const [first, other] = [begin(), elsewhere()];
  expect(first.aborted).toBe(false);
  const second = begin();
  expect([first.aborted, second.aborted, other.aborted]).toEqual([true, false, false]);
  expect((first.reason as DOMException).name).toBe('AbortError');
});
