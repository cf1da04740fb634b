import type { FieldKey } from './fields.ts';

/** Fields that stand together in the bar. */
export interface FieldGroup {
  label: string;
  keys: readonly FieldKey[];
}

/** The fields that readers ask for most; they stand in front. */
export const frontFields: readonly FieldKey[] = ['size', 'type', 'provider', 'moe', 'family', 'submitted'];

/** The other fields, behind “More filters”. */
export const moreFields: readonly FieldGroup[] = [
  { label: 'Name and origin', keys: ['name', 'organisation', 'architecture', 'license', 'base', 'lineage'] },
  { label: 'The model', keys: ['active', 'likes', 'uploaded', 'hub', 'caution', 'copies'] },
  { label: 'The evaluation', keys: ['co2', 'co2_step', 'precision', 'template', 'preparation'] },
  { label: 'The analysis', keys: ['run', 'sizes', 'carbon', 'pairs', 'averages', 'peers', 'intervals'] },
  { label: 'Scores', keys: ['average', 'ifeval', 'bbh', 'math', 'gpqa', 'musr', 'mmlu_pro'] },
];
