import { h } from 'preact';
import { parse } from 'node-html-parser';
import { expect, test } from 'vitest';
import { byBenchmark } from '../../src/dataset/benchmarks.ts';
import { Answer } from '../../src/choose/answer.tsx';
import { criteriaOf } from '../../src/choose/criteria.ts';
import { usualMachine } from '../../src/choose/memory.ts';
import { shortlistOf } from '../../src/choose/shortlist.ts';
import { markupOf } from '../../src/rendering/markup.ts';
import { candidate } from './candidate.ts';

const criteria = { ...criteriaOf(usualMachine), withoutCautioned: false, onHub: false };
const answerOf = (all: Parameters<typeof shortlistOf>[0]) =>
  parse(
    markupOf(
      h(Answer, {
        criteria,
        shortlist: shortlistOf(all, criteria),
        finder: '/models/',
        cautions: '/data-card/#cautions',
        linkTo: () => '',
      }),
    ),
  );
const resting = { ...byBenchmark(() => 45.5), musr: 70 };
const answer = answerOf([
  candidate('o/best-abliterated', { average: 70, caution: 'off-plane' }),
  candidate('o/second', { average: 69, caution: 'flagged' }),
  candidate('o/third', { average: 50 }),
  candidate('o/fourth-uncensored', { scores: resting, caution: 'below-children', official: true }),
]);
const table = (label: string) =>
  answer.querySelectorAll('table').find((each) => each.querySelector('caption')?.text === label)!;

test('a caution, and that a model refuses less, are marked in every list and sentence', () => {
  const best = 'caution: results at odds with each other';
  const refuses = 'called abliterated, changed to refuse less';
  const [sentence] = answer.querySelectorAll('.choose-sentence');
  expect(sentence!.text).toContain(`o/best-abliterated (${best}; ${refuses})`);
  expect(answer.querySelector('.choose-bits')!.text).toContain(`o/best-abliterated (${best}; ${refuses})`);
  for (const [label, ...marks] of [
    ['Models named, and why', best, refuses, 'caution: far below the models descended from it'],
    ['Models that cannot be told from it', 'caution: flagged by the maintainers'],
    ['The best of the next group', 'called uncensored', 'caution: far below the models descended from it'],
  ] as const)
    for (const mark of marks) expect(table(label).text, label).toContain(mark);
  const links = answer.querySelectorAll('a').filter(({ text }) => text === 'caution');
  expect(new Set(links.map((each) => each.getAttribute('href')))).toEqual(new Set(['/data-card/#cautions']));
});

test('what a model rests on is marked in the next group, against the first of that', () => {
  const next = table('The best of the next group').text;
  expect(next).toContain(
    'rests on one test: without MuSR it is 4.5 behind the first of this group and told from it',
  );
  expect(next).toContain('MuSR 70.0, 20.0 above the first of this group');
});

test('what is asked leads to what a caution is, and names the test by which models are told apart', () => {
  const [sentence] = answer.querySelectorAll('.choose-sentence');
  const asked = sentence!.querySelectorAll('a').find(({ text }) => text === 'cautioned')!;
  expect(asked.getAttribute('href')).toBe('/data-card/#cautions');
  expect(sentence!.text).toContain('Holm’s procedure over all 3 comparisons with it, at 95\u00a0%');
});

test('a model leads to its page on the Hub, and one that is gone to its profile', () => {
  const hrefs = (of: typeof answer) =>
    of.querySelectorAll('.choose-name').map((each) => each.getAttribute('href'));
  expect(hrefs(answer)[0]).toBe('https://huggingface.co/o/best-abliterated');
  expect(hrefs(answerOf([candidate('o/gone', { onHub: false, average: 1 })]))).toEqual(['/models/?m=o/gone']);
});

test('what a caution leaves out is named with what it is, by one as by several', () => {
  const kept = { ...criteria, withoutCautioned: true };
  const said = (...candidates: Parameters<typeof shortlistOf>[0]) =>
    parse(
      markupOf(
        h(Answer, {
          criteria: kept,
          shortlist: shortlistOf(candidates, kept),
          finder: '/models/',
          cautions: '/data-card/#cautions',
          linkTo: () => '',
        }),
      ),
    );
  const [best, low] = [
    candidate('o/best', { average: 50 }),
    candidate('o/low', { average: 5, caution: 'flagged' }),
  ];
  expect(said(best, low).text).toContain(
    'One model that fits is left out for its caution: o/low (caution: flagged by the maintainers), with 5.0; it would not be in the first group.',
  );
  const two = said(best, low, candidate('o/near', { average: 49, caution: 'off-plane' }));
  expect(two.text).toContain(
    '2 models that fit are left out for their cautions; 1 of them would be in the first group: o/near (caution: results at odds with each other).',
  );
  expect(two.querySelectorAll('details li').map(({ text }) => text)).toEqual([
    'o/near (caution: results at odds with each other), with 49.0',
    'o/low (caution: flagged by the maintainers), with 5.0',
  ]);
});
