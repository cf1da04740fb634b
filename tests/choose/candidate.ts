import { byBenchmark } from '../../src/dataset/benchmarks.ts';
import type { Candidate } from '../../src/choose/candidates.ts';

/**
 * A candidate with the given facts: of 7 B, on the Hub, of the community, without a licence. Each of its scores is
 * `average`, with an error of √6, so that the average has an error of 1: √(6 · 6) ÷ 6.
 */
export const candidate = (
  model: string,
  { average = 0, ...facts }: Partial<Candidate> & { average?: number } = {},
): Candidate => ({
  model,
  parameters_b: 7,
  license: null,
  isRoot: true,
  root: null,
  root_license: null,
  day: '2024-07-01',
  type: 'chat',
  official: false,
  onHub: true,
  moe: false,
  chatFormat: true,
  caution: null,
  copy_of: null,
  scores: byBenchmark(() => average),
  errors: byBenchmark(() => Math.sqrt(6)),
  ...facts,
});
