import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
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
  const second = enqueue(
    async () => {
      ran = true;
    },
    { signal: abort.signal },
  );
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
  const first = enqueue(
    async () => {
      begun.resolve();
      await ending.promise;
      events.push('first ended');
    },
    { signal: abort.signal },
  );
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

test('of tasks that may begin early so many run at a time as the queue takes, and none beside one that runs alone', async () => {
  const enqueue = createQueue(2);
  const running = new Set<string>();
  const beside: Record<string, string[]> = {};
  const task = (name: string, early: boolean) => {
    const ending = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const ended = enqueue(
      async () => {
        running.add(name);
        beside[name] = [...running];
        begun.resolve();
        await ending.promise;
        running.delete(name);
      },
      { early },
    );
    return {
      begun: begun.promise,
      end: () => {
        ending.resolve();
        return ended;
      },
    };
  };
  const [a, b, c, alone, d, e] = [
    task('a', true),
    task('b', true),
    task('c', true),
    task('alone', false),
    task('d', true),
    task('e', true),
  ];
  await a.begun;
  await b.begun;
  await a.end();
  await c.begun;
  await b.end();
  await c.end();
  await alone.begun;
  await alone.end();
  await d.begun;
  await e.begun;
  await Promise.all([d.end(), e.end()]);
  expect(beside).toEqual({
    a: ['a'],
    b: ['a', 'b'],
    c: ['b', 'c'],
    alone: ['alone'],
    d: ['d'],
    e: ['d', 'e'],
  });
});

test('a queue keeps nothing of what earlier tasks have answered', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const enqueue = createQueue(2);
  const answered = async (early: boolean) =>
    new WeakRef(await enqueue(() => Promise.resolve({ rows: new Array(1000).fill(early) }), { early }));
  const answers = [await answered(true), await answered(true), await answered(false)];
  await enqueue(() => Promise.resolve());
  await new Promise((resolve) => setTimeout(resolve, 0));
  collect();
  expect(answers.map((answer) => answer.deref())).toEqual([undefined, undefined, undefined]);
});
