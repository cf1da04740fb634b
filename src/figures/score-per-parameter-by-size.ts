import { units } from '../statistics/statistic.ts';
import { formatNumber } from '../statistics/format.ts';
import { sizeClassBars, valueOf } from './parts/size-class-bars.ts';

const unit = units.pointsPerBillion;

/** Seed figure 1: the score that a model shows per billion parameters, by size class. */
export const scorePerParameterBySize = sizeClassBars({
  id: 'score-per-parameter-by-size',
  question: 'How much score does a billion parameters carry, by size?',
  seed: [1],
  statistic: 'score_per_b',
  axis: 'Points of score per billion parameters',
  unit,
  takeaway(rows) {
    const [small, medium, large] = (['small', 'medium', 'large'] as const).map((size) =>
      valueOf(rows, size, 'median'),
    );
    if (small == null || medium == null || large == null)
      return 'Too few models in one of the size classes to compare all three.';
    const falls = small > medium && medium > large;
    return `The median ratio ${falls ? 'falls' : 'does not fall'} from class to class: ${formatNumber(small, unit)} points per billion parameters up to 9\u00a0B, ${formatNumber(medium, unit)} from 9 to 40\u00a0B, ${formatNumber(large, unit)} above.`;
  },
  notes:
    'Models above 1\u00a0B. Faint bars are means of the models’ own ratios, the number that the notebook drew; solid bars are the median and the pooled ratio, the sum of all scores over the sum of all parameters. Lines are 95 % intervals.',
});
