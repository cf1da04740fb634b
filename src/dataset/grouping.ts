/** Size classes in billions of parameters, lower bound excluded, upper bound included. */
export const sizeClasses = [
  { id: 'small', label: 'up to 9 B', sql: 'parameters_b > 0 AND parameters_b <= 9' },
  { id: 'medium', label: '9 to 40 B', sql: 'parameters_b > 9 AND parameters_b <= 40' },
  { id: 'large', label: 'over 40 B', sql: 'parameters_b > 40' },
] as const;

/** Families of architecture, by the prefix of the configuration's class name; the first match counts. */
export const families = [
  { id: 'qwen', label: 'Qwen', prefixes: ['Qwen'] },
  { id: 'llama', label: 'Llama', prefixes: ['Llama', 'Mllama'] },
  { id: 'mistral', label: 'Mistral', prefixes: ['Mistral', 'Mixtral'] },
  { id: 'gemma', label: 'Gemma', prefixes: ['Gemma', 'RecurrentGemma'] },
  { id: 'phi', label: 'Phi', prefixes: ['Phi'] },
  { id: 'granite', label: 'Granite', prefixes: ['Granite'] },
] as const;

/** The two preparations by id; the first is the one that readers see unless they choose. */
export const preparationTitles = {
  reviewed: 'The reviewed preparation',
  prepared: 'The seed’s preparation',
} as const;
export type PreparationId = keyof typeof preparationTitles;
