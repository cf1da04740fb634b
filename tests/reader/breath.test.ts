import { afterEach, expect, test, vi } from 'vitest';
import { breath, nextTask } from '../../src/reader/breath.ts';

afterEach(() => vi.restoreAllMocks());

/** Lets the clock stand until it is moved. */
function clock() {
  let now = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  return { work: (milliseconds: number) => (now += milliseconds) };
}

/** Whether a task that was posted before ran in between. */
async function givesWay(): Promise<boolean> {
  let ran = false;
  void nextTask().then(() => (ran = true));
  await breath();
  return ran;
}

test('a task that has worked for long gives way, a short one goes on', async () => {
  const { work } = clock();
  await nextTask();
  expect(await givesWay()).toBe(false);
  work(20);
  expect(await givesWay()).toBe(false);
  work(20);
  expect(await givesWay()).toBe(true);
});

test('each task is measured from where it first asks', async () => {
  const { work } = clock();
  await nextTask();
  await breath();
  await nextTask();
  await nextTask();
  work(500);
  expect(await givesWay()).toBe(false);
});
