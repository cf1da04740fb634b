export { sizeClasses } from './size-classes.ts';

/** Families of architecture. */
export const families = [
  { id: 'qwen', label: 'Qwen' },
  { id: 'llama', label: 'Llama' },
  { id: 'mistral', label: 'Mistral' },
  { id: 'gemma', label: 'Gemma' },
  { id: 'phi', label: 'Phi' },
  { id: 'granite', label: 'Granite' },
] as const;

/** The two preparations by id; the first is the one that readers see unless they choose. */
export const preparationTitles = {
  reviewed: 'The reviewed preparation',
  prepared: 'The notebook’s preparation',
} as const;
export type PreparationId = keyof typeof preparationTitles;
