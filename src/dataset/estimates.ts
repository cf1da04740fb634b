import { benchmarks } from './benchmarks.ts';
import { column } from './column.ts';
import { points } from './columns.ts';

/*
 * What the report computes of every model when it is built, among all models of its preparation. A quantity that is
 * to be published of every model is a column here and a value in `src/statistics/model-estimates.ts`; `models.csv`,
 * the data package, the SQL page and the explorer follow.
 */

const places = { type: 'integer', required: true, minimum: 1 } as const;
const fixed =
  'Computed when the report was built, among all models of the preparation: no slice and no choice computes it anew.';
const interval =
  'It allows for the limited number of questions alone, their errors taken as independent although all models were asked the same: not for other weights of the benchmarks, nor for another run of the same model.';

const weighed =
  'It allows for other weights than equal ones alone: not for the limited number of questions, nor for another run of the same model.';

export const ofEstimates = {
  rank: column({
    ...places,
    name: 'rank',
    label: 'Rank',
    meaning: `Rank by average, from 1, the best; models of one average share the better rank. ${fixed}`,
    madeFrom: ['average'],
  }),
  rank_low: column({
    ...places,
    name: 'rank_low',
    label: 'Best rank',
    meaning: `Best rank of the 95 % interval of the rank: behind all models that are better beyond doubt, by Holm over the comparisons with all others. ${interval} ${fixed}`,
    madeFrom: ['average', 'ifeval_raw', 'bbh_raw', 'math_raw', 'gpqa_raw', 'musr_raw', 'mmlu_pro_raw'],
  }),
  rank_high: column({
    ...places,
    name: 'rank_high',
    label: 'Worst rank',
    meaning: `Worst rank of the 95 % interval of the rank: before all models that are worse beyond doubt, by Holm over the comparisons with all others. ${interval} ${fixed}`,
    madeFrom: ['average', 'ifeval_raw', 'bbh_raw', 'math_raw', 'gpqa_raw', 'musr_raw', 'mmlu_pro_raw'],
  }),
  weights_rank_low: column({
    ...places,
    name: 'weights_rank_low',
    label: 'Best rank by weights',
    meaning: `Best of the ranks between which 95 % of all mixtures of weights for the six benchmarks, spread evenly, leave the model. ${weighed} ${fixed}`,
    madeFrom: [...benchmarks],
  }),
  weights_rank_high: column({
    ...places,
    name: 'weights_rank_high',
    label: 'Worst rank by weights',
    meaning: `Worst of the ranks between which 95 % of all mixtures of weights for the six benchmarks, spread evenly, leave the model. ${weighed} ${fixed}`,
    madeFrom: [...benchmarks],
  }),
  average_error: column({
    name: 'average_error',
    type: 'number',
    required: true,
    label: 'Error of the average',
    ...points,
    digits: 3,
    meaning:
      'Standard error of the average by the limited number of questions, to four digits after the point; what another format, precision or run of the model would change is not in it.',
    madeFrom: ['ifeval_raw', 'bbh_raw', 'math_raw', 'gpqa_raw', 'musr_raw', 'mmlu_pro_raw'],
    minimum: 0,
  }),
  carbon_fold: column({
    name: 'carbon_fold',
    type: 'number',
    required: false,
    label: 'Carbon among peers',
    unit: 'times',
    symbol: '×',
    digits: 3,
    meaning: `Step-corrected carbon of the evaluation ÷ the median of the models of its architecture that are at most a quarter larger or smaller, to four digits after the point; blank without a size or a day of submission, or with ten such models or fewer. ${fixed}`,
    madeFrom: ['co2_step_corrected_kg', 'architecture', 'parameters_b'],
    minimum: 0,
  }),
  carbon_label: column({
    name: 'carbon_label',
    type: 'string',
    required: false,
    label: 'Carbon label',
    meaning:
      'Label by carbon_fold before it is rounded: A (far less than its peers), B (less), C (about the same), D (more), E (far more); blank where that is. What two runs of one model differ by may change it.',
    madeFrom: ['carbon_fold'],
    values: ['A', 'B', 'C', 'D', 'E'],
  }),
} as const;
