import { expect, test } from 'vitest';
import { createQueue } from '../../src/engine/queue.ts';

test('tasks run one after another, in the order of the calls', async () => {
  const enqueue = createQueue();
  const events: string[] = [];
  const task = (name: string) => async () => {
    events.push(`${name} begins`);
    await Promise.resolve();
    events.push(`${name} ends`);
    return name;
  };
  expect(await Promise.all([enqueue(task('first')), enqueue(task('second'))])).toEqual(['first', 'second']);
  expect(events).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

test('a task that fails rejects its call and lets the next one run', async () => {
  const enqueue = createQueue();
  const failing = enqueue(() => Promise.reject(new Error('no such table')));
  const next = enqueue(() => Promise.resolve(7));
  await expect(failing).rejects.toThrow('no such table');
  expect(await next).toBe(7);
});

test('a task aborted while it waits never runs, and its call rejects before the running one has ended', async () => {
  const enqueue = createQueue();
  const running = Promise.withResolvers<string>();
  const abort = new AbortController();
  let ran = false;
  const first = enqueue(() => running.promise);
  const second = enqueue(async () => {
    ran = true;
  }, abort.signal);
  abort.abort(new Error('no longer wanted'));
  await expect(second).rejects.toThrow('no longer wanted');
  running.resolve('done');
  expect(await first).toBe('done');
  await enqueue(() => Promise.resolve());
  expect(ran).toBe(false);
});

test('after an abort in the middle of a task the next one waits until that task has really ended', async () => {
  const enqueue = createQueue();
  const ending = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const abort = new AbortController();
  const events: string[] = [];
  const first = enqueue(async () => {
    begun.resolve();
    await ending.promise;
    events.push('first ended');
  }, abort.signal);
  const second = enqueue(async () => {
    events.push('second begins');
  });
  await begun.promise;
  abort.abort(new Error('stop'));
  await expect(first).rejects.toThrow('stop');
  expect(events).toEqual([]);
  ending.resolve();
  await second;
  expect(events).toEqual(['first ended', 'second begins']);
});
