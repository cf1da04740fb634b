import { families, preparationTitles } from '../dataset/grouping.ts';
import { choice } from './kinds/choice.ts';
import { choices } from './kinds/choices.ts';
import { days } from './kinds/days.ts';
import { numbers } from './kinds/numbers.ts';

/** Every field of the slice. A new filter is a new entry; URL, SQL, words and controls follow from it. */
export const fields = {
  preparation: choice('preparation', 'Preparation', [
    { id: 'prepared', label: preparationTitles.prepared, sql: null },
  ]),
  size: numbers('size', 'Parameters', 'parameters_b', 'B'),
  type: choices('type', 'Type', [
    { id: 'pretrained', label: 'Pretrained', sql: `type = 'pretrained'` },
    { id: 'continued', label: 'Continued pretraining', sql: `type = 'continued'` },
    { id: 'fine-tuned', label: 'Fine-tuned', sql: `type = 'fine-tuned'` },
    { id: 'chat', label: 'Chat', sql: `type = 'chat'` },
    { id: 'merge', label: 'Merge', sql: `type = 'merge'` },
    { id: 'other', label: 'Multimodal and other', sql: `type IN ('multimodal', 'other')` },
  ]),
  provider: choice('provider', 'Provider', [
    { id: 'official', label: 'Official', sql: 'official_provider' },
    { id: 'community', label: 'Community', sql: 'NOT official_provider' },
  ]),
  moe: choice('moe', 'Mixture of Experts', [
    { id: 'yes', label: 'MoE', words: 'MoE', sql: 'moe' },
    { id: 'no', label: 'Dense', sql: 'NOT moe' },
  ]),
  family: choice('family', 'Family of architecture', [
    ...families.map(({ id, label }) => ({
      id,
      label,
      words: `${label} architecture`,
      sql: `family = '${id}'`,
    })),
    { id: 'other', label: 'Other', words: 'other architectures', sql: `family = 'other'` },
  ]),
  submitted: days('submitted', 'Submitted', 'submission_date', 'submitted'),
} as const;

export type FieldKey = keyof typeof fields;
