import { test } from 'vitest';
import { expectAggregates, samples } from './samples.ts';

const sides = { official: 'official_provider', community: 'NOT official_provider' };
const share = (condition: string) => `avg(CASE WHEN ${condition} THEN 1.0 ELSE 0.0 END)`;
const namesBase = `coalesce(base_model, 'Removed') <> 'Removed' AND lower(trim(replace(base_model, ' (Merge)', ''))) <> lower(trim(model))`;

test.each(samples)('“$query”: what is known of models, by provider', async (sample) => {
  const facts = Object.entries(sides).flatMap(([side, of]) => [
    [`documented.on_hub.${side}`, { value: share('on_hub'), of }],
    [`documented.license.${side}`, { value: share('license IS NOT NULL'), of }],
    [`documented.license_on_hub.${side}`, { value: share('license IS NOT NULL'), of: `${of} AND on_hub` }],
    [`documented.upload_date.${side}`, { value: share('upload_date IS NOT NULL'), of }],
    [`documented.base.${side}`, { value: share(namesBase), of: `${of} AND type <> 'pretrained'` }],
    [`documented.chat_template.${side}`, { value: share('chat_template'), of }],
  ]);
  await expectAggregates(sample, {
    ...(Object.fromEntries(facts) as Record<string, { value: string; of: string }>),
    'documented.no_license.gone': { value: share('NOT on_hub'), of: 'license IS NULL' },
  });
});
