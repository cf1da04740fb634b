/**
 * Recorded sizes, in billions, of models whose file holds the embedding matrix a second time as its output layer, and
 * the size of the same weights without it. Words × width of the matrix are as the makers publish them.
 */
export const embeddingsTwice = [
  { architecture: 'Qwen2ForCausalLM', recorded: 0.63, once: 0.494, words: 151_936, width: 896 },
  { architecture: 'Qwen2ForCausalLM', recorded: 1.777, once: 1.544, words: 151_936, width: 1536 },
  { architecture: 'Qwen2ForCausalLM', recorded: 3.397, once: 3.086, words: 151_936, width: 2048 },
  { architecture: 'Gemma2ForCausalLM', recorded: 3.204, once: 2.614, words: 256_000, width: 2304 },
  { architecture: 'Gemma2ForCausalLM', recorded: 10.159, once: 9.242, words: 256_000, width: 3584 },
  { architecture: 'LlamaForCausalLM', recorded: 1.498, once: 1.236, words: 128_256, width: 2048 },
  { architecture: 'LlamaForCausalLM', recorded: 3.607, once: 3.213, words: 128_256, width: 3072 },
] as const;

/** SQL of `parameters_b` with an embedding matrix that a file holds twice counted once. */
export const embeddingsOnceSql = `CASE ${embeddingsTwice
  .map(
    ({ architecture, recorded, once }) =>
      `WHEN architecture = '${architecture}' AND abs(parameters_b - ${recorded}) < 0.0015 THEN ${once}`,
  )
  .join(' ')} ELSE parameters_b END`;
