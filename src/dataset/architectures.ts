/** Classes of configuration whose models route each token to some of their experts. */
export const moeArchitectures = [
  'AriaForConditionalGeneration',
  'DbrxForCausalLM',
  'DeepseekForCausalLM',
  'GraniteMoeForCausalLM',
  'JambaForCausalLM',
  'MixtralForCausalLM',
  'OlmoeForCausalLM',
  'Qwen2MoeForCausalLM',
  'SwitchTransformersForConditionalGeneration',
] as const;

/** What the leaderboard writes where it could not read the class of a model. */
export const unknownArchitectures: readonly string[] = ['?', 'Unknown'];

/** SQL that reads the recorded architecture of a table of runs; NULL where the leaderboard could not. */
export const architectureSql = (table: string) =>
  `CASE WHEN ${table}.architecture NOT IN (${unknownArchitectures.map((name) => `'${name}'`).join(', ')}) THEN ${table}.architecture END`;
