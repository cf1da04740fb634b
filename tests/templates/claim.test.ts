import { expect, test } from 'vitest';
import { judge } from '../../src/claims/claim.ts';
import { newClaim } from '../../src/templates/claim.ts';
import { bare, between } from '../claims/made.ts';

test.each([
  ['interval above zero', between(0.001, 8), 'holds'],
  ['interval from zero', between(0, 8), 'fails'],
  ['no interval', bare(4), 'few'],
  ['too few', { ...between(1, 8), n: 9 }, 'few'],
])('%s', (_, estimate, answer) => {
  const [claim] = newClaim;
  expect(judge(claim!, { 'scaling.points_per_doubling': estimate }).answer).toBe(answer);
});
