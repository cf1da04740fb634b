// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import {
  largestMoves,
  restoreChanges,
  showChanges,
  summaryOf,
  type Counts,
} from '../../../src/reader/answers/changes.ts';
import { estimate, type Estimate } from '../../../src/statistics/methods/estimate.ts';
import { findStatistic } from '../../../src/statistics/statistics.ts';

describe('the numbers that moved farthest', () => {
  const { definition } = findStatistic('scaling.r2')!;
  const number = (at: string, now: Estimate, before: Estimate, key = at) => ({
    key,
    at,
    definition,
    now,
    before,
  });
  const before = estimate(0.4, 100, 0.3, 0.5);
  const of = (...numbers: ReturnType<typeof number>[]) =>
    largestMoves(numbers).map(({ at, widths }) => [at, Number(widths.toFixed(6))]);

  test('are measured in widths of the published interval, up or down', () => {
    expect(
      of(
        // 0.1 of a width of 0.2, 0.3 of 0.2, and 0.3 of 0.6.
        number('near', estimate(0.5, 50, 0.1, 0.9), before),
        number('far', estimate(0.1, 50), before),
        number('wide', estimate(0.7, 50), estimate(0.4, 100, 0.1, 0.7)),
      ),
    ).toEqual([
      ['far', 1.5],
      ['near', 0.5],
      ['wide', 0.5],
    ]);
  });

  test('are three at most, ties in the order of the page, each once', () => {
    const now = estimate(0.6, 50);
    expect(
      of(
        number('first', now, before),
        number('second', now, before),
        number('again', now, before, 'first'),
        number('third', now, before),
        number('fourth', now, before),
      ).map(([at]) => at),
    ).toEqual(['first', 'second', 'third']);
  });

  test('have values and a published interval, and read otherwise than before', () => {
    expect(
      of(
        number('too few', estimate(0.9, 9), before),
        number('no value', estimate(null, 50), before),
        // Official models are all there is among official models.
        {
          ...number('all there is', estimate(1, 50), before),
          definition: findStatistic('submissions.official_share.2025')!.definition,
        },
        number('no interval', estimate(0.9, 50), estimate(0.4, 100)),
        number('no width', estimate(0.9, 50), estimate(0.4, 100, 0.4, 0.4)),
        number('reads the same', estimate(0.4001, 50), before),
      ),
    ).toEqual([]);
  });
});

describe('the summary', () => {
  const none: Counts = {
    verdicts: 9,
    differ: 0,
    few: 0,
    words: 5,
    fallen: 0,
    open: 0,
    moves: 3,
  };
  test.each([
    [{}, 'No verdict and no tested sentence of this page differs in this slice.'],
    [{ moves: null }, 'No verdict and no tested sentence of this page differs in this slice.'],
    [
      { moves: 0 },
      'Nothing changed: no verdict, no tested sentence and no number with an interval reads otherwise in this slice.',
    ],
    [{ verdicts: 0, words: 0 }, 'This page has no verdict and no tested sentence.'],
    [
      { verdicts: 0, words: 0, moves: 0 },
      'This page has no verdict and no tested sentence. Nor does a number with an interval read otherwise in this slice.',
    ],
    [{ fallen: 3 }, '3 sentences no longer hold in this slice.'],
    [
      { fallen: 1, open: 1 },
      '1 sentence no longer holds in this slice. 1 sentence cannot be told in this slice.',
    ],
    [{ differ: 2, few: 1 }, '2 of 9 verdicts differ from the published. 1 verdict cannot be given in it.'],
    [{ differ: 1, verdicts: 1 }, '1 of 1 verdict differs from the published.'],
  ])('of %j', (some, words) => expect(summaryOf({ ...none, ...some })).toBe(words));
});

describe('the head of a page', () => {
  const page = `<article><div class="sliced-note"> <p role="status">For a slice.</p> </div>
    <h2>How steep</h2>
    <p><span class="says is-sliced" data-says="a &gt; 1" data-else="<less>" data-outcome="no"><del>more</del> <ins>less</ins> <button class="says-why">why</button></span>
    <span class="says is-sliced" data-says="b &gt; 1" data-outcome="open">much <button class="says-why">cannot be told</button></span>
    <span class="says is-sliced" data-says="c &gt; 1" data-outcome="holds">so</span>
    <span data-stat="scaling.r2">0.9</span></p>
    <aside id="claim-bigger-scores-higher" class="is-sliced" data-claim="bigger-scores-higher" data-verdict="open" data-changed="Holds"><p class="claim-verdict">Cannot be told</p></aside>
    <aside class="is-sliced" data-claim="carbon-grows-slower-than-size" data-verdict="few"></aside></article>`;
  let before: string;
  beforeEach(() => {
    document.body.innerHTML = page;
    before = document.body.innerHTML;
  });
  const published = {
    models: 100,
    parts: { reviewed: { estimates: { 'scaling.r2': estimate(0.4, 100, 0.3, 0.5) }, figures: {} } },
  };
  const show = (file: Parameters<typeof showChanges>[2]) => {
    const number = document.querySelector<HTMLElement>('[data-stat]')!;
    showChanges(document, new Map([[number, estimate(0.9, 50, 0.7, 0.95)]]), file);
  };
  const lines = () => [...document.querySelectorAll('.sliced-note li')].map((line) => line.textContent);

  test('announces what changed and leads to every place', () => {
    const status = document.querySelector('[role="status"]');
    show(published);
    expect(document.querySelector('[role="status"]')).toBe(status);
    expect(status!.textContent).toBe(
      '1 sentence no longer holds in this slice. 1 sentence cannot be told in this slice. 1 of 2 verdicts differs from the published. 1 verdict cannot be given in it.',
    );
    const { label } = findStatistic('scaling.r2')!.definition;
    expect(lines()).toEqual([
      'Bigger models score higher on average. Cannot be told; published: holds.',
      `${label}: 90\u00a0% (70 to 95\u00a0%), published 40\u00a0%, 2.5 widths away.`,
      '“more”, now “<less>”, in “How steep”.',
      '“much” cannot be told, in “How steep”.',
    ]);
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.sliced-note a'))
      expect(document.querySelector(link.getAttribute('href')!), link.textContent!).not.toBeNull();
    expect(document.querySelector('.sliced-note input')).toBeNull();
  });

  test('says the rest where what is published could not be had', () => {
    show(undefined);
    expect(lines()).toHaveLength(3);
  });

  test('is as it was once the slice is taken back, whatever was shown between', () => {
    show(published);
    show(undefined);
    show(published);
    expect(document.querySelectorAll('.sliced-note ul')).toHaveLength(3);
    restoreChanges(document);
    expect(document.body.innerHTML).toBe(before);
  });

  test('lets the ledger show only what changed', () => {
    document.querySelector('article')!.insertAdjacentHTML('beforeend', '<ol class="ledger"></ol>');
    show(published);
    const box = document.querySelector<HTMLInputElement>('.sliced-note input')!;
    box.click();
    expect(document.documentElement.classList.contains('only-changed')).toBe(true);
    show(published);
    expect(document.querySelector<HTMLInputElement>('.sliced-note input')!.checked).toBe(true);
    restoreChanges(document);
    expect(document.documentElement.classList.contains('only-changed')).toBe(false);
  });
});
