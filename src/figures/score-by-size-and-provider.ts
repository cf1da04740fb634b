import { sizeClasses } from '../dataset/grouping.ts';
import { units } from '../statistics/statistic.ts';
import { panelText } from './parts/provider-panels.ts';
import { classesAhead, medianScore, providerSizeBars } from './parts/provider-size-bars.ts';

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
    const say = (provider: string) =>
      sizeClasses
        .filter(({ label }) => compared.includes(label))
        .map(({ id }) => panelText(medianScore(rows, provider, id), units.points))
        .join(', ');
    return `By the median score community models are ahead in ${ahead.length} of ${compared.length} size classes: ${say('community')} points against ${say('official')}, for models ${compared.join(', ')}.`;
  },
  notes:
    'Score per billion parameters, the seed’s way to put size classes on one scale, is over models above 1 B. Faint bars are means, solid bars medians, lines 95 % intervals. The classes are wide, and the two sides do not hold the same kinds of models.',
});
