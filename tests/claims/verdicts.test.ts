import { describe, expect, test } from 'vitest';
import { judge, type Claim } from '../../src/claims/claim.ts';
import { claims, findClaim, isPublishedOnly } from '../../src/claims/claims.ts';
import { attribute, elements } from '../../src/site/mdx.ts';
import { fewestForEstimate } from '../../src/statistics/statistic.ts';
import { findStatistic } from '../../src/statistics/statistics.ts';
import { presentContent } from '../content/present.ts';
import { estimatesOf } from '../report.ts';

/** Every claim that a chapter makes, with the verdicts that its text relies on. */
const said = presentContent('chapter').flatMap(({ path, root }) =>
  elements(root, 'Claim').map((node) => {
    const says = attribute(node, 'says');
    return {
      path,
      id: attribute(node, 'id')!,
      reviewed: says,
      prepared: attribute(node, 'prepared') ?? says,
    };
  }),
);

/** What the given claims are judged by, in a slice. */
const estimatesFor = (query: string, judged: readonly Claim[] = claims) =>
  estimatesOf(query, ...judged.flatMap(({ statistics }) => statistics));

test('chapters make claims, and only claims of the ledger', () => {
  expect(said.length).toBeGreaterThan(0);
  expect(said.filter(({ id }) => !findClaim(id))).toEqual([]);
});

describe.each(said)('$path: $id', ({ id, reviewed, prepared }) => {
  test('the data say what the text says, on both preparations', async () => {
    const claim = findClaim(id)!;
    expect(judge(claim, await estimatesFor('', [claim])).answer).toBe(reviewed);
    expect(judge(claim, await estimatesFor('preparation=prepared', [claim])).answer).toBe(prepared);
  });
});

test.each(['', 'preparation=prepared'])('every claim of the ledger has a verdict on “%s”', async (query) => {
  const estimates = await estimatesFor(query);
  for (const claim of claims) {
    const { answer, evidence } = judge(claim, estimates);
    expect(['holds', 'fails', 'open'], claim.id).toContain(answer);
    expect(evidence, claim.id).toMatch(/\d/);
    expect(evidence, claim.id).not.toMatch(/too few|undefined|null|NaN|[{}]/);
  }
});

test('what rests on no interval takes ten of something', async () => {
  const estimates = await estimatesFor('');
  const facts = claims.filter((claim) => !judge(claim, estimates).estimated);
  expect(facts.map(({ id }) => id)).toContain('moe-flag-misleads');
  const unbounded = facts.filter(
    ({ looksThrough, statistics }) =>
      !looksThrough && statistics.every((id) => findStatistic(id)!.definition.minimum < fewestForEstimate),
  );
  expect(unbounded.map(({ id }) => id)).toEqual([]);
});

test('under a slice with no models no claim has a verdict', async () => {
  const asked = claims.filter((claim) => !isPublishedOnly(claim));
  const estimates = await estimatesFor('submitted=2030-01-01..', asked);
  const judged = asked.map((claim) => [claim.id, judge(claim, estimates).answer]);
  expect(judged).toEqual(asked.map(({ id }) => [id, 'few']));
});
