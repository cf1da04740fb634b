/** Repositories that the Hub knows under a newer name. */
export const renames: readonly { former: string; now: string; source: string }[] = [
  ...['8B', '8B-Instruct', '70B', '70B-Instruct'].map((size) => ({
    former: `meta-llama/Meta-Llama-3.1-${size}`,
    now: `meta-llama/Llama-3.1-${size}`,
    source: 'https://github.com/tenstorrent/tt-inference-server/issues/104',
  })),
  {
    former: 'gpt2',
    now: 'openai-community/gpt2',
    source: 'https://github.com/huggingface/transformers/pull/28795',
  },
  {
    former: 'ibm/granite-7b-base',
    now: 'ibm-granite/granite-7b-base',
    source: 'https://huggingface.co/ibm-granite/granite-7b-base',
  },
];
