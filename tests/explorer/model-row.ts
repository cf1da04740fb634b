import { byBenchmark } from '../../src/dataset/benchmarks.ts';
import type { FrameRow } from '../../src/explorer/frame.ts';

/** A row of a frame: a model without a size or a score, but for the given facts. */
export const modelRow = (row: number, facts: Partial<FrameRow>): FrameRow => ({
  row,
  model: `a/m${row}`,
  size_class: null,
  type: 'chat',
  official_provider: false,
  moe: false,
  parameters_b: 0,
  active_parameters_b: null,
  average: 0,
  ...byBenchmark(() => 0),
  co2_kg: 0,
  co2_step_corrected_kg: null,
  likes: 0,
  caution: null,
  upload_date: null,
  submission_date: null,
  ...facts,
});
