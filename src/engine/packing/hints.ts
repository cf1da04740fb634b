import { benchmarks } from '../../dataset/benchmarks.ts';
import { timeOf } from '../../dataset/calendar.ts';
import { carbonBreak } from '../../dataset/carbon.ts';
import { questions } from '../../dataset/questions.ts';
import type { Hints } from './pack.ts';
import type { Guess } from './packed.ts';

const ofRun = (column: string) => ({ table: 'all_runs', column, at: 'row' });
const changes = ['average', ...benchmarks].map((score): [string, Guess] => [
  `${score}_change`,
  { ...ofRun(score), less: 'base_row' },
]);

/** What the report's tables say more than once. */
export const hints: Hints = {
  sameTexts: ['model', 'base_model', 'identity', 'root', 'parent', 'copy_of', 'lineage', 'base_lineage'],
  prefixes: { base_: 'base_row' },
  guesses: {
    evaluation: [{ joined: ['model', 'precision'] }],
    organisation: [{ beforeSlash: 'model' }],
    co2_kg: [{ ...ofRun('co2_kg'), decimals: 2 }],
    co2_step_corrected_kg: [
      { halvedBefore: timeOf(carbonBreak) / 86_400_000, day: 'submission_date', of: 'co2_kg' },
    ],
    active_parameters_b: [{ same: 'parameters_b' }],
    ifeval: [{ points: 'ifeval_raw', chance: 0 }],
    math: [{ points: 'math_raw', chance: 0 }],
    gpqa: [{ points: 'gpqa_raw', chance: 1 / 4, questions: questions.gpqa }],
    mmlu_pro: [{ points: 'mmlu_pro_raw', chance: 1 / 10, questions: questions.mmlu_pro }],
    average: [{ mean: benchmarks }],
    commit: [{ table: 'all_runs', column: 'model_sha', at: 'commit_row' }],
    ...Object.fromEntries(changes.map(([name, guess]) => [name, [guess]])),
  },
};
