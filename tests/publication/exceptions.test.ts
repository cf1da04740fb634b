import { expect, test } from 'vitest';
import { judge, type Answer, type Judged } from '../../src/claims/claim.ts';
import { claims, isPublishedOnly } from '../../src/claims/claims.ts';
import { exceptionsOf, sliceVerdicts, type SliceVerdicts } from '../../src/publication/exceptions.ts';
import { publication } from '../../src/publication/publication.ts';
import { declaredSlices } from '../../src/slice/declared.ts';
import { parseSlice } from '../../src/slice/slice.ts';
import { estimatesOf } from '../report.ts';

const judged = (answer: Answer, estimated = true): Judged => ({ answer, evidence: `${answer}.`, estimated });

const asked = claims.filter((claim) => !isPublishedOnly(claim));
const ids = asked.flatMap(({ statistics }) => statistics);

const slices = (answers: readonly Answer[]): SliceVerdicts[] =>
  answers.map((answer, i) => ({
    group: i === 0 ? 'Type' : 'Size',
    label: `slice ${i}`,
    query: `size=${i}-`,
    claims: { a: judged(answer) },
  }));

const five = slices(['fails', 'holds', 'fails', 'open', 'few']);

test('slices with the opposite verdict, of those that have one at all', () => {
  const { judged: n, opposite, byChance } = exceptionsOf({ id: 'a' }, judged('holds'), five);
  expect(n).toBe(4);
  expect(opposite).toEqual([
    { group: 'Type', label: 'slice 0', query: 'size=0-', verdict: 'fails', evidence: 'fails.' },
    { group: 'Size', label: 'slice 2', query: 'size=2-', verdict: 'fails', evidence: 'fails.' },
  ]);
  // A fortieth of four.
  expect(byChance).toBeCloseTo(0.1, 12);
});

test('the opposite of what does not hold is what holds', () => {
  expect(exceptionsOf({ id: 'a' }, judged('fails'), five).opposite.map(({ query }) => query)).toEqual([
    'size=1-',
  ]);
});

test('what cannot be told has no opposite', () => {
  expect(exceptionsOf({ id: 'a' }, judged('open'), five).opposite).toEqual([]);
});

test('a claim that no slice judges has no exceptions', () => {
  expect(exceptionsOf({ id: 'b' }, judged('holds'), five)).toEqual({ judged: 0, opposite: [], byChance: 0 });
});

test('chance has no part in a fact of the rows', () => {
  expect(exceptionsOf({ id: 'a' }, judged('holds', false), five).byChance).toBeNull();
});

test('every claim is judged on every declared slice as its page would judge it', async () => {
  const found = await sliceVerdicts();
  expect(found.map(({ query }) => query)).toEqual(
    declaredSlices.flatMap(({ slices: each }) => each.map(({ query }) => query)),
  );
  for (const { query, claims: answers } of found) {
    expect(Object.keys(answers)).toEqual(asked.map(({ id }) => id));
    if (!/phi|medium|chat/.test(query)) continue;
    const estimates = await estimatesOf(query, ...ids);
    const { slice } = parseSlice(new URLSearchParams(query));
    for (const claim of asked) expect(answers[claim.id], claim.id).toEqual(judge(claim, estimates, slice));
  }
});

test('whoever is pretrained is not tuned, which is no exception to a claim about types', async () => {
  const claim = claims.find(({ id }) => id === 'list-says-no-type')!;
  const whole = (await publication()).reviewed.claims[claim.id]!;
  const groups = exceptionsOf(claim, whole, await sliceVerdicts()).opposite.map(({ group }) => group);
  expect(whole.answer).toBe('holds');
  expect(groups).not.toContain('Type');
  expect(groups).toContain('Question format');
});
