import { expect, test } from 'vitest';
import { stepwise } from '../../../src/statistics/methods/stepwise.ts';

/** The sum of the numbers up to `last`, one a step, with the steps that were taken. */
function summing(last: number) {
  const taken: number[] = [];
  function* steps(): Generator<void, number> {
    let sum = 0;
    for (let number = 1; number <= last; number++) {
      taken.push(number);
      sum += number;
      yield;
    }
    return sum;
  }
  return { taken, sum: stepwise(steps()) };
}

test('a step at a time, and no more once all are taken', () => {
  const { taken, sum } = summing(3);
  expect([sum.step(), sum.step(), sum.step(), sum.step()]).toEqual([false, false, false, true]);
  expect(sum.step()).toBe(true);
  expect(taken).toEqual([1, 2, 3]);
  expect(sum.value()).toBe(6);
});

test('the value takes what steps are left, each once', () => {
  const { taken, sum } = summing(4);
  sum.step();
  expect([sum.value(), sum.value()]).toEqual([10, 10]);
  expect(taken).toEqual([1, 2, 3, 4]);
});

test('a step that fails fails whoever asks', () => {
  const failing = stepwise(
    (function* (): Generator<void, number> {
      yield;
      throw new Error('no rows');
    })(),
  );
  failing.step();
  expect(() => failing.value()).toThrow('no rows');
});
