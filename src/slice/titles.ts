import { choices } from '../choices/choices.ts';
import { models } from '../dataset/tables.ts';
import { fields, type FieldKey } from './fields.ts';

/** Fields that are not a column in its own words. */
const own = {
  preparation: 'Preparation',
  name: 'Name contains',
  provider: 'Provider',
  copies: 'Copies',
  // What the model descends from may bind more, which the finder and the page of a machine ask.
  license: 'Licence on the model’s page',
  base: 'A root with its descendants',
} as const;

/** The column of each field whose options are conditions. */
const conditions = {
  type: 'type',
  moe: 'moe',
  family: 'family',
  precision: 'precision',
  template: 'chat_template',
  hub: 'on_hub',
  caution: 'caution',
} as const;

/** What a filter or choice is called: the label of its column, but for those with words of their own. */
export function fieldTitle(key: FieldKey): string {
  if (key in own) return own[key as keyof typeof own];
  if (!(key in conditions)) {
    const analysed = choices.find(({ id }) => id === key);
    if (analysed) return analysed.title;
  }
  const field = fields[key];
  const column = 'column' in field ? field.column : conditions[key as keyof typeof conditions];
  return models.columns[column as keyof typeof models.columns].label;
}
