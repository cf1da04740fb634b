import { describe, expect, test } from 'vitest';
import { judge } from '../../src/claims/claim.ts';
import type { Estimate } from '../../src/statistics/methods/estimate.ts';
import { bare, between, claimOf } from './made.ts';

const names = ['ifeval', 'bbh', 'math', 'gpqa', 'musr', 'mmlu_pro'];

describe('one axis dominates', () => {
  test.each([
    ['interval above one half', between(0.51, 0.7), 'holds'],
    ['interval across, value above', between(0.45, 0.6), 'qualified'],
    ['no interval', bare(0.5), 'few'],
  ])('%s', (_, estimate, answer) => {
    expect(judge(claimOf('one-axis-dominates'), { 'benchmarks.pc1_share': estimate }).answer).toBe(answer);
  });
});

describe('IFEval and MuSR stand apart', () => {
  const verdict = (of: Record<string, Estimate>) =>
    judge(
      claimOf('two-benchmarks-apart'),
      Object.fromEntries(
        names.map((name) => [`benchmarks.explained.${name}`, of[name] ?? between(0.8, 0.9)]),
      ),
    ).answer;

  test('holds where both lie below the other four', () => {
    expect(verdict({ ifeval: between(0.3, 0.4), musr: between(0.6, 0.79) })).toBe('holds');
  });
  test('is qualified where an interval touches, fails where one lies above', () => {
    expect(verdict({ ifeval: between(0.3, 0.4), musr: between(0.6, 0.81) })).toBe('qualified');
    expect(verdict({ ifeval: between(0.3, 0.4), musr: between(0.8, 0.95) })).toBe('fails');
    expect(verdict({ ifeval: between(0.3, 0.4), musr: between(0.3, 0.4), gpqa: between(0.1, 0.2) })).toBe(
      'fails',
    );
  });
});

describe('specialists', () => {
  const verdict = (counts: readonly number[]) =>
    judge(
      claimOf('dig-for-specialists'),
      Object.fromEntries(names.map((name, index) => [`specialists.${name}.count`, bare(counts[index]!)])),
    ).answer;

  test('on all six benchmarks, on some, on none', () => {
    expect(verdict([1, 1, 3, 1, 1, 1])).toBe('holds');
    expect(verdict([0, 0, 0, 0, 0, 1])).toBe('qualified');
    expect(verdict([0, 0, 0, 0, 0, 0])).toBe('fails');
  });
});

describe('the worst merges against the middle pretrained model', () => {
  test.each([
    ['apart', between(10, 12), between(6, 9), 'holds'],
    ['overlapping', between(8, 12), between(6, 9), 'qualified'],
    ['below', between(5, 6), between(6, 9), 'fails'],
  ])('%s', (_, tail, middle, answer) => {
    const estimates = { 'profile.merge.average.p10': tail, 'profile.pretrained.average.median': middle };
    expect(judge(claimOf('merge-tail-above-pretrained'), estimates).answer).toBe(answer);
  });
});
