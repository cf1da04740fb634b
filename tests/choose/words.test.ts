import { expect, test } from 'vitest';
import { criteriaOf } from '../../src/choose/criteria.ts';
import { freeLicences, isFree } from '../../src/choose/licences.ts';
import { licenceWords } from '../../src/choose/roots.ts';
import { usualMachine } from '../../src/choose/memory.ts';
import { shortlistOf } from '../../src/choose/shortlist.ts';
import { factsOf, reasonWords, scoreWords, statusWords } from '../../src/choose/words.ts';
import { candidate } from './candidate.ts';

const usual = criteriaOf(usualMachine);
const answerTo = (...candidates: Parameters<typeof shortlistOf>[0]) => shortlistOf(candidates, usual);

test('a score stands with its 95 % error', () => {
  // 1.96 errors of 1.
  expect(scoreWords(answerTo(candidate('o/a', { average: 40 })).groups[0]![0])).toBe('40.0 ± 2.0');
});

test('why a model is named says how it stands to the best', () => {
  const { named, groups } = answerTo(
    candidate('o/best', { average: 50, parameters_b: 20 }),
    candidate('o/small', { average: 49, parameters_b: 5 }),
    candidate('o/official', { average: 30, official: true }),
  );
  expect(named.map((each) => reasonWords(each, groups[0]![0]))).toEqual([
    'Best of what fits',
    'Least memory of the first group, 25\u00a0% of that of the best',
    'Best official; told from the best',
  ]);
});

test('what is known of a model is said, its question format and copies too', () => {
  const { groups } = shortlistOf(
    [
      candidate('o/a', { moe: true, caution: 'flagged', license: 'mit', official: true }),
      candidate('o/b', { copy_of: 'o/a', chatFormat: false }),
    ],
    { ...usual, withoutCautioned: false },
  );
  expect(factsOf(groups[0]![0], '')).toEqual([
    '7.0\u00a0B',
    // 7 · 4 ÷ 8 of 24.
    'weights 3.5\u00a0GB, which leave 20.5\u00a0GB for the context',
    'mit',
    'chat',
    'asked in the chat format, a copy of it in plain text',
    'official',
    'uploaded 2024-07-01',
    'MoE, all of its experts counted',
    'has a copy',
  ]);
});

test('the line that is announced says how many fit and how many cannot be told', () => {
  expect(statusWords(usual, answerTo())).toBe('On 24\u00a0GB at 4\u00a0bits: no model fits.');
  expect(statusWords(usual, answerTo(candidate('o/a')))).toBe(
    'On 24\u00a0GB at 4\u00a0bits: of 1 that fits, the best is o/a; there is no other.',
  );
  expect(
    statusWords(usual, answerTo(candidate('o/a', { average: 5 }), candidate('o/b', { average: 4 }))),
  ).toBe('On 24\u00a0GB at 4\u00a0bits: of 2 that fit, the best is o/a; 1 cannot be told from it.');
});

test('a licence stands with that of the model it descends from', () => {
  const words = (facts: Parameters<typeof candidate>[1]) => licenceWords(candidate('o/a', facts));
  const from = (license: string, root_license: string | null) =>
    words({ license, isRoot: false, root: 'o/root', root_license });
  expect(words({ license: 'mit' })).toBe('mit');
  expect(words({})).toBe('no licence given');
  expect(words({ license: 'mit', isRoot: false })).toBe('mit; root not known');
  expect(from('mit', 'mit')).toBe('mit, the same as o/root');
  expect(from('apache-2.0', 'mit')).toBe('apache-2.0, and mit of o/root');
  expect(from('apache-2.0', 'llama3.1')).toBe('apache-2.0, but llama3.1 of o/root');
  expect(from('apache-2.0', null)).toBe('apache-2.0; that of o/root not known');
});

test('a licence is free by its own name alone', () => {
  expect(freeLicences.every(isFree)).toBe(true);
  for (const licence of [null, '', 'other', 'llama3.1', 'gemma', 'cc-by-nc-4.0', 'openrail', 'MIT'])
    expect(isFree(licence), String(licence)).toBe(false);
});
