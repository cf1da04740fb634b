import { describe, expect, test } from 'vitest';
import { judge, type Answer } from '../../src/claims/claim.ts';
import type { Estimate } from '../../src/statistics/methods/estimate.ts';
import { bare, between, claimOf } from './made.ts';

type Case = [what: string, estimate: Estimate, answer: Answer];

const verdict = (id: string, statistic: string, estimate: Estimate) => {
  const others = claimOf(id).statistics.map((name) => [name, between(1, 2)] as const);
  return judge(claimOf(id), { ...Object.fromEntries(others), [statistic]: estimate }).answer;
};

describe('bigger models score higher: the slope is above zero', () => {
  test.each<Case>([
    ['interval above', between(0.001, 8), 'holds'],
    ['interval from zero', between(0, 8), 'fails'],
    ['interval across zero', between(-1, 8), 'fails'],
    ['interval below', between(-8, -1), 'fails'],
    ['no interval', bare(4), 'few'],
    ['too few', { ...between(1, 8), n: 9 }, 'few'],
  ])('%s', (_, estimate, answer) => {
    expect(verdict('bigger-scores-higher', 'scaling.points_per_doubling', estimate)).toBe(answer);
  });
});

describe('size raises the ceiling more than the floor: the slopes are apart', () => {
  const slopes = (floor: Estimate, ceiling: Estimate) =>
    judge(claimOf('size-raises-ceiling-more-than-floor'), {
      'scaling.points_per_doubling.p10': floor,
      'scaling.points_per_doubling.p90': ceiling,
    }).answer;

  test.each<[string, Estimate, Estimate, Answer]>([
    ['intervals apart', between(1, 3), between(3.001, 8), 'holds'],
    ['intervals that touch', between(1, 3), between(3, 8), 'qualified'],
    ['intervals that overlap, values in order', between(1, 5), between(2, 8), 'qualified'],
    ['no intervals, values in order', bare(2), bare(3), 'few'],
    ['equal values', between(1, 3), between(1, 3), 'fails'],
    ['the floor rises faster', between(4, 6), between(1, 3), 'fails'],
    ['too few', { ...between(1, 3), n: 9 }, between(4, 8), 'few'],
  ])('%s', (_, floor, ceiling, answer) => {
    expect(slopes(floor, ceiling)).toBe(answer);
  });
});

describe('size explains less than half', () => {
  test.each<Case>([
    ['interval below', between(0.3, 0.499), 'holds'],
    ['interval up to one half', between(0.3, 0.5), 'qualified'],
    ['interval across one half, value below', between(0.4, 0.59), 'qualified'],
    ['interval across one half, value at it', between(0.4, 0.6), 'fails'],
    ['interval above', between(0.6, 0.7), 'fails'],
    ['no interval, value below', bare(0.4), 'few'],
    ['no interval, value above', bare(0.6), 'few'],
    ['too few', { ...between(0.3, 0.4), n: 9 }, 'few'],
  ])('%s', (_, estimate, answer) => {
    expect(verdict('size-explains-less-than-half', 'scaling.r2', estimate)).toBe(answer);
  });
});

describe('carbon grows slower than size: the elasticity is below one', () => {
  test.each<Case>([
    ['interval below', between(0.5, 0.999), 'holds'],
    ['interval up to one', between(0.5, 1), 'qualified'],
    ['interval across one, value below', between(0.8, 1.1), 'qualified'],
    ['interval across one, value above', between(0.95, 1.1), 'fails'],
    ['interval above', between(1.1, 1.2), 'fails'],
    ['too few', { ...between(0.5, 0.6), n: 9 }, 'few'],
  ])('%s', (_, estimate, answer) => {
    expect(verdict('carbon-grows-slower-than-size', 'co2.elasticity', estimate)).toBe(answer);
  });
});

describe('carbon repeats: the median ratio of exact twins is below 1.1', () => {
  test.each<Case>([
    ['interval below', between(1.01, 1.099), 'holds'],
    ['interval up to 1.1', between(1.01, 1.1), 'qualified'],
    ['interval across 1.1, value below', between(1.05, 1.14), 'qualified'],
    ['interval across 1.1, value above', between(1.05, 1.2), 'fails'],
    ['interval above', between(1.2, 1.3), 'fails'],
    ['too few', { ...between(1.01, 1.05), n: 9 }, 'few'],
  ])('%s', (_, estimate, answer) => {
    expect(verdict('carbon-repeats', 'noise.twins.co2_fold.median', estimate)).toBe(answer);
  });
});

describe('the MoE flag misleads: either way of finding MoE has runs that the other has not', () => {
  test.each<[string, [number, number, number], Answer]>([
    ['both have', [76, 109, 69], 'holds'],
    ['every flagged run has the architecture', [69, 109, 69], 'fails'],
    ['every run of the architecture has the flag', [76, 69, 69], 'fails'],
    ['they agree', [69, 69, 69], 'fails'],
  ])('%s', (_, counts, answer) => {
    const names = ['moe.flagged', 'moe.architecture', 'moe.both'];
    const estimates = Object.fromEntries(
      names.map((name, index) => [name, { ...bare(counts[index]!), n: counts[index]! }]),
    );
    expect(judge(claimOf('moe-flag-misleads'), { ...estimates, 'moe.reviewed': bare(114) }).answer).toBe(
      answer,
    );
  });
});
