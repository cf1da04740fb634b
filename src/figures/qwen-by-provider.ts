import { sizeClasses } from '../dataset/grouping.ts';
import { qwenModels } from '../statistics/named/provider-sizes.ts';
import { units } from '../statistics/statistic.ts';
import { panelText } from './parts/provider-panels.ts';
import { classesAhead, medianScore, providerSizeBars } from './parts/provider-size-bars.ts';

/** Seed figure 9: the same comparison among models named Qwen. */
export const qwenByProvider = providerSizeBars({
  id: 'qwen-by-provider',
  question: 'Do official Qwen models score less at the same size?',
  seed: [9],
  keep: qwenModels,
  takeaway(rows) {
    const { compared } = classesAhead(rows);
    if (compared.length === 0)
      return 'Too few official or too few other models in each of the 3 size classes.';
    const say = sizeClasses
      .filter(({ label }) => compared.includes(label))
      .map(({ id, label }) => {
        const [community, official] = ['community', 'official'].map((provider) =>
          panelText(medianScore(rows, provider, id), units.points),
        );
        return `${label} ${community} against ${official}`;
      });
    return `Median score of community against official models named Qwen: ${say.join('; ')}.`;
  },
  notes:
    'Models with Qwen in their name, whoever made them and whatever their architecture. Score per billion parameters is over models above 1 B. Faint bars are means, solid bars medians, lines 95 % intervals.',
});
