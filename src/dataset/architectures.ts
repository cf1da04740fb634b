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
