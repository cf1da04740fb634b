import { choicesBesideFilters } from '../choices/choices.ts';
import { benchmarkTitles, benchmarks, type Benchmark } from '../dataset/benchmarks.ts';
import { families, preparationTitles } from '../dataset/grouping.ts';
import { choice, type ChoiceField } from './kinds/choice.ts';
import { choices } from './kinds/choices.ts';
import { days } from './kinds/days.ts';
import { names } from './kinds/names.ts';
import { numbers, type NumbersField } from './kinds/numbers.ts';
import { words } from './kinds/words.ts';

const scoreFields = Object.fromEntries(
  benchmarks.map((name) => [name, numbers(name, name, 'points', benchmarkTitles[name])]),
) as Record<Benchmark, NumbersField>;

/** Choices of the analysis that are no filter: they change what the table says or is asked, not which models are kept. */
const choiceFields = Object.fromEntries(
  choicesBesideFilters.map(({ id, others }) => [
    id,
    choice(
      id,
      others.map((option) => ({ ...option, words: `${id}: ${option.id}` })),
    ),
  ]),
) as Record<(typeof choicesBesideFilters)[number]['id'], ChoiceField>;

/** Every field of the slice. A new filter is a new entry; URL, SQL, words and controls follow from it. */
export const fields = {
  preparation: choice(
    'preparation',
    [{ id: 'prepared', label: preparationTitles.prepared, words: 'the notebook’s preparation' }],
    'reviewed' satisfies keyof typeof preparationTitles,
  ),
  name: words('name', 'model', 'named'),
  size: numbers('size', 'parameters_b', 'B', undefined, 'log'),
  active: numbers('active', 'active_parameters_b', 'B', 'active', 'log'),
  type: choices('type', [
    { id: 'pretrained', label: 'Pretrained' },
    { id: 'continued', label: 'Continued pretraining' },
    { id: 'fine-tuned', label: 'Fine-tuned' },
    { id: 'chat', label: 'Chat' },
    { id: 'merge', label: 'Merge' },
    { id: 'other', label: 'Multimodal and other', sql: `type IN ('multimodal', 'other')` },
  ]),
  provider: choice('provider', [
    { id: 'official', label: 'Official', sql: 'official_provider' },
    { id: 'community', label: 'Community', sql: 'NOT official_provider' },
  ]),
  moe: choice('moe', [
    { id: 'yes', label: 'MoE', words: 'MoE', sql: 'moe' },
    { id: 'no', label: 'Dense', sql: 'NOT moe' },
  ]),
  family: choice('family', [
    ...families.map(({ id, label }) => ({
      id,
      label,
      words: `${label} architecture`,
      sql: `family = '${id}'`,
    })),
    { id: 'other', label: 'Other', words: 'other architectures', sql: `family = 'other'` },
  ]),
  architecture: names('architecture', 'architecture', 'architecture'),
  organisation: names('organisation', 'organisation', 'organisation'),
  license: names('license', 'license', 'licence'),
  base: names('base', 'root', 'descendants of', ['parent', 'identity']),
  lineage: names('lineage', 'lineage', 'lineage'),
  precision: choices('precision', [
    { id: 'bfloat16', label: 'bfloat16' },
    { id: 'float16', label: 'float16' },
    { id: '4bit', label: '4-bit' },
  ]),
  template: choice('template', [
    { id: 'yes', label: 'Asked in the chat format', sql: 'chat_template' },
    { id: 'no', label: 'Asked in plain text', sql: 'NOT chat_template' },
  ]),
  hub: choice('hub', [
    { id: 'yes', label: 'Still there', words: 'on the Hub', sql: 'on_hub' },
    { id: 'no', label: 'Gone', words: 'gone from the Hub', sql: 'NOT on_hub' },
  ]),
  caution: choice('caution', [
    { id: 'none', label: 'No caution', sql: 'caution IS NULL' },
    { id: 'any', label: 'With a caution', sql: 'caution IS NOT NULL' },
  ]),
  copies: choice('copies', [
    { id: 'one', label: 'No copies', sql: 'copy_of IS NULL' },
    { id: 'only', label: 'Copies alone', sql: 'copy_of IS NOT NULL' },
  ]),
  likes: numbers('likes', 'likes', 'likes', undefined, 'log'),
  co2: numbers('co2', 'co2_kg', 'kg CO₂', undefined, 'log'),
  co2_step: numbers('co2_step', 'co2_step_corrected_kg', 'kg CO₂, step-corrected', undefined, 'log'),
  average: numbers('average', 'average', 'points', 'average'),
  ...scoreFields,
  uploaded: days('uploaded', 'upload_date', 'uploaded'),
  submitted: days('submitted', 'submission_date', 'submitted'),
  ...choiceFields,
} as const;

export type FieldKey = keyof typeof fields;
