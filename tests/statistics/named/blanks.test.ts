import { expect, test } from 'vitest';
import { runsOf, samples, statistic, wholes } from './samples.ts';

type Run = Record<string, string>;

const blank = ['model_sha', 'architecture', 'base_model', 'license', 'upload_date', 'submission_date'];

const faults: Record<string, (run: Run) => boolean> = {
  ...Object.fromEntries(
    blank.map((name) => [
      `blank.${name}`,
      (run: Run) => run[name] === '' || (name === 'architecture' && ['?', 'Unknown'].includes(run[name]!)),
    ]),
  ),
  'faults.size': (run) => Number(run.parameters_b) <= 0,
  'faults.adapters': (run) => run.weight_type === 'adapter',
  'faults.unmarked_merges': (run) => run.type === 'merge' && run.merged === 'false',
  'faults.merge_suffixes': (run) => run.base_model!.endsWith(' (Merge)'),
};

test.each(samples)('“$query”: faults counted in runs.csv', async (sample) => {
  const runs = await runsOf(sample);
  for (const [id, has] of Object.entries(faults)) {
    const count = runs.filter(has).length;
    expect(await statistic(sample, id), id).toEqual({ value: count, n: count, low: null, high: null });
  }
});

test('the counts that the report gives', async () => {
  const published = {
    'blank.license': 1753,
    'blank.upload_date': 530,
    'blank.submission_date': 12,
    'blank.model_sha': 16,
    'blank.architecture': 6 + 49 + 7,
    'faults.size': 10,
    'faults.adapters': 61,
    'faults.unmarked_merges': 1122,
    'faults.merge_suffixes': 2077,
  };
  for (const sample of wholes)
    for (const [id, count] of Object.entries(published))
      expect((await statistic(sample, id)).value, id).toBe(count);
});
