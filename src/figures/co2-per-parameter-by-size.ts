import { formatNumber } from '../statistics/format.ts';
import { units } from '../statistics/statistic.ts';
import { sizeClassBars, valueOf, type Average } from './parts/size-class-bars.ts';

const unit = units.kgPerBillion;

/** Seed figure 3: the carbon cost of evaluating a billion parameters, by size class. */
export const co2PerParameterBySize = sizeClassBars({
  id: 'co2-per-parameter-by-size',
  question: 'Which size is evaluated with the least carbon per parameter?',
  seed: [3],
  statistic: 'co2_per_b',
  axis: 'CO₂ per billion parameters (kg)',
  unit,
  takeaway(rows) {
    const least = (average: Average) => {
      const classes = (['small', 'medium', 'large'] as const).flatMap((size) => {
        const value = valueOf(rows, size, average);
        return value === null ? [] : [{ size, value }];
      });
      return classes.length < 3 ? null : classes.reduce((a, b) => (b.value < a.value ? b : a));
    };
    const [mean, median, pooled] = [least('mean'), least('median'), least('pooled')];
    if (!mean || !median || !pooled) return 'Too few models in one of the size classes to compare all three.';
    const say = ({ size, value }: { size: string; value: number }) =>
      `${size} models (${formatNumber(value, unit)})`;
    if (mean.size === median.size && median.size === pooled.size)
      return `All three averages put ${mean.size} models first, at a median of ${formatNumber(median.value, unit)} kg per billion parameters.`;
    return `It depends on the average: the mean of ratios favours ${say(mean)}, the median ${say(median)}, the pooled ratio ${say(pooled)}, in kg per billion parameters.`;
  },
  notes:
    'Models above 1\u00a0B; small is up to 9\u00a0B, medium up to 40\u00a0B. Faint bars are means of the models’ own ratios, the number that the notebook drew; solid bars are the median and the pooled ratio, all carbon over all parameters. Lines are 95 % intervals.',
});
