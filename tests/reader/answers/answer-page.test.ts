// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { answerPage } from '../../../src/reader/answers/answer-page.ts';
import { startWaiting } from '../../../src/reader/answers/late.ts';
import type { Source } from '../../../src/reader/answers/source.ts';
import { wholeTable } from '../../../src/slice/slice.ts';
import type { Estimates } from '../../../src/statistics/answer.ts';

const slice = { ...wholeTable, moe: 'no' };

/** A number that stands so many pixels below the top of the window; null for one that takes no room. */
function number(id: string, top: number | null, preparation?: string): HTMLElement {
  const element = document.createElement('span');
  element.dataset.stat = id;
  if (preparation) element.dataset.preparation = preparation;
  element.textContent = 'published';
  element.getBoundingClientRect = () => (top === null ? new DOMRect() : new DOMRect(0, top, 100, 20));
  document.body.append(element);
  return element;
}

/** Answers every number with how often was asked, and only once it is let. */
function heldSource() {
  const asked: { ids: string[]; preparation: string | null }[] = [];
  const releases: (() => void)[] = [];
  const source: Source = (of) =>
    Promise.resolve({
      answers: (ids) =>
        new Promise((resolve, reject) => {
          asked.push({ ids: [...ids], preparation: of.preparation });
          const usual: Estimates = Object.fromEntries(
            [...ids].map((id) => [id, { value: asked.length, n: 100, low: null, high: null }]),
          );
          const at = releases.length;
          releases.push(() =>
            failing.has(at) ? reject(new Error('broken')) : resolve({ usual, byOrganisation: usual }),
          );
        }),
      rows: () => Promise.resolve([]),
    });
  const failing = new Set<number>();
  return {
    source,
    asked,
    give: (index: number) => releases[index]!(),
    fail: (index: number) => failing.add(index),
  };
}

const later = () => new Promise((resolve) => setTimeout(resolve, 5));
const isAnswered = (element: HTMLElement) => element.classList.contains('is-sliced');

beforeEach(() => {
  document.body.replaceChildren();
  Object.assign(window, { innerHeight: 600 });
});

test('what is in the window is asked first and shown before the rest is answered', async () => {
  const [below, seen, above, folded] = [
    number('models.count', 900),
    number('models.community', 300),
    number('models.count', -50),
    number('models.count', null),
  ];
  const { source, asked, give } = heldSource();
  const answering = answerPage(source, slice, document, new AbortController().signal);
  await later();
  expect(asked.map(({ ids }) => ids)).toEqual([['models.community'], ['models.count']]);
  give(0);
  await later();
  expect([seen, below, above, folded].map(isAnswered)).toEqual([true, false, false, false]);
  give(1);
  await (
    await answering
  ).drawn;
  expect([seen, below, above, folded].map(isAnswered)).toEqual([true, true, true, true]);
});

test('of all preparations what is in the window comes first, and of each the reader’s own', async () => {
  number('models.count', 0, 'prepared');
  number('models.count', 10);
  number('models.community', 900);
  const { source, asked } = heldSource();
  void answerPage(source, slice, document, new AbortController().signal);
  await later();
  expect(asked.map(({ preparation, ids }) => [preparation, ...ids])).toEqual([
    [null, 'models.count'],
    ['prepared', 'models.count'],
    [null, 'models.community'],
    ['prepared'],
  ]);
});

test('nothing is shown of a slice that a newer one has taken over, and what fails outside the window is told', async () => {
  const [seen, below] = [number('models.community', 0), number('models.count', 900)];
  const over = new AbortController();
  const older = heldSource();
  const replaced = answerPage(older.source, slice, document, over.signal);
  await later();
  over.abort(new Error('newer'));
  older.give(0);
  older.give(1);
  await expect(replaced).rejects.toThrow('newer');
  expect([seen, below].map(isAnswered)).toEqual([false, false]);

  const held = heldSource();
  held.fail(1);
  const failed = answerPage(held.source, slice, document, new AbortController().signal);
  await later();
  held.give(0);
  held.give(1);
  await expect(failed).rejects.toThrow('broken');
});

test('nothing waits visibly any more once what is in the window is answered', async () => {
  number('models.count', 100);
  number('models.community', 900);
  const { source, give } = heldSource();
  const { signal } = new AbortController();
  startWaiting(signal);
  void answerPage(source, slice, document, signal);
  await later();
  document.documentElement.classList.add('is-late');
  give(0);
  await later();
  expect(document.documentElement.classList.contains('is-late')).toBe(false);
});
