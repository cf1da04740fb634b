import { formatInterval, formatNumber } from '../statistics/format.ts';
import { units } from '../statistics/statistic.ts';
import { classesAhead, medianLead, providerSizeBars } from './parts/provider-size-bars.ts';

/** Seed figure 8: official against other models within a size class. */
export const scoreBySizeAndProvider = providerSizeBars({
  id: 'score-by-size-and-provider',
  question: 'Do official models score less at the same size?',
  seed: [8],
  keep: (rows) => rows,
  takeaway(rows) {
    const { ahead, compared } = classesAhead(rows);
    if (compared.length === 0)
      return 'Too few official or too few other models in each of the 3 size classes.';
    const leads = compared.map((group) => medianLead(rows, group)!);
    const told = leads.filter(({ low, high }) => low !== null && high !== null && (low > 0 || high < 0));
    const say = leads.map(({ group, value, low, high }) => {
      const interval =
        low === null || high === null ? 'no interval' : formatInterval(low, high, units.points);
      return `${formatNumber(value!, units.points)} (${interval}) for models ${group}`;
    });
    const difference = `community minus official is ${say.join(', ')}, in points`;
    if (compared.length === 1)
      return `One size class has enough models of both sides: by the median score ${difference}, and it ${told.length === 0 ? 'cannot' : 'can'} be told who is ahead.`;
    return `By the median score community models are ahead in ${ahead.length} of ${compared.length} size classes, and in ${told.length === 0 ? 'none' : told.length} can it be told who is: ${difference}.`;
  },
  notes:
    'Score per billion parameters, the notebook’s way to put size classes on one scale, is over models above 1 B. Faint bars are means, solid bars medians, lines 95 % intervals. The classes are wide, and the two sides do not hold the same kinds of models.',
});
