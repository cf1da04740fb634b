/*
 * Which models of the table are pretrained ones, and what their releases are called. `type` is what a submitter chose
 * and is wrong for some, so that the exceptions stand here, read by hand.
 */

/** Called pretrained by their submitters, and trained or made from another model. */
export const notPretrained: ReadonlySet<string> = new Set([
  'BSC-LT/salamandra-7b-instruct',
  'OEvortex/HelpingAI-15B',
  'OEvortex/HelpingAI2-9B',
  'Yash21/TinyYi-7B-Test',
  'allenai/OLMoE-1B-7B-0125-Instruct',
  'awnr/Mistral-7B-v0.1-signtensors-1-over-2',
  'awnr/Mistral-7B-v0.1-signtensors-1-over-4',
  'awnr/Mistral-7B-v0.1-signtensors-3-over-8',
  'awnr/Mistral-7B-v0.1-signtensors-5-over-16',
  'awnr/Mistral-7B-v0.1-signtensors-7-over-16',
  'braindao/Qwen2.5-14B',
  'cckm/tinymistral_950m',
  'databricks/dolly-v1-6b',
  'dnhkng/RYS-Phi-3-medium-4k-instruct',
  'ehristoforu/Falcon3-MoE-2x7B-Insruct',
  'ell44ot/gemma-2b-def',
  'frameai/Loxa-4B',
  'google/flan-t5-base',
  'google/flan-t5-large',
  'google/flan-t5-small',
  'google/flan-t5-xl',
  'google/flan-ul2',
  'jebish7/Llama-3-Nanda-10B-Chat',
  'jebish7/Nemotron-4-Mini-Hindi-4B-Base',
  'jebish7/Nemotron-4-Mini-Hindi-4B-Instruct',
  'jebish7/Nemotron-Mini-4B-Instruct',
  'jebish7/aya-expanse-8b',
  'meta-llama/Llama-2-7b-chat-hf',
  'nlpguy/Mistral-NeMo-Minitron-Upscale-v1',
  'nlpguy/Mistral-NeMo-Minitron-Upscale-v2',
  'nlpguy/Mistral-NeMo-Minitron-Upscale-v3',
  'qingy2024/Qwen2.5-4B',
  'tklohj/WindyFloLLM',
]);

/** Organisations all of whose models of type pretrained are made from others. */
export const makersOfTunes: ReadonlySet<string> = new Set([
  'ontocord',
  'oopere',
  'tinycompany',
  'huu-ontocord',
]);

/** Pretrained ones of another type, and releases whose pretrained model was never published. */
export const alsoPretrained: ReadonlySet<string> = new Set([
  'CohereForAI/aya-23-8B',
  'CohereForAI/aya-expanse-32b',
  'CohereForAI/aya-expanse-8b',
  'CohereForAI/c4ai-command-r-plus',
  'CohereForAI/c4ai-command-r-plus-08-2024',
  'CohereForAI/c4ai-command-r-v01',
  'CohereForAI/c4ai-command-r7b-12-2024',
  'allenai/OLMo-1.7-7B-hf',
  'databricks/dbrx-base',
  'google/mt5-base',
  'google/mt5-small',
  'google/mt5-xl',
  'google/mt5-xxl',
  'google/switch-base-8',
  'google/umt5-base',
  'huggyllama/llama-13b',
  'huggyllama/llama-7b',
  'internlm/internlm2-7b',
  'meta-llama/Llama-3.1-8B',
  'microsoft/DialoGPT-medium',
  'microsoft/Phi-3-medium-4k-instruct',
  'microsoft/Phi-3-mini-4k-instruct',
  'microsoft/Phi-3-small-8k-instruct',
  'microsoft/Phi-3.5-MoE-instruct',
  'microsoft/Phi-3.5-mini-instruct',
  'microsoft/Phi-4-mini-instruct',
  'mistralai/Ministral-8B-Instruct-2410',
  'mistralai/Mistral-Large-Instruct-2411',
  'mistralai/Mistral-Small-Instruct-2409',
  'mistralai/Mixtral-8x7B-v0.1',
  'nvidia/Llama-3.1-Minitron-4B-Depth-Base',
  'nvidia/Mistral-NeMo-Minitron-8B-Base',
  'rhymes-ai/Aria',
]);

/** What a page says a model was trained from, where no base is named in the table: model, pretrained one. */
export const pages: Readonly<Record<string, string>> = {
  '01-ai/Yi-1.5-34B': '01-ai/Yi-34B',
  '01-ai/Yi-1.5-34B-32K': '01-ai/Yi-34B',
  '01-ai/Yi-1.5-6B': '01-ai/Yi-6B',
  '01-ai/Yi-1.5-9B': '01-ai/Yi-9B',
  '01-ai/Yi-1.5-9B-32K': '01-ai/Yi-9B',
  '01-ai/Yi-34B-200K': '01-ai/Yi-34B',
  '01-ai/Yi-6B-200K': '01-ai/Yi-6B',
  '01-ai/Yi-9B-200K': '01-ai/Yi-9B',
  'CohereForAI/aya-23-35B': 'CohereForAI/c4ai-command-r-v01',
  'Deci/DeciLM-7B-instruct': 'Deci/DeciLM-7B',
  'Qwen/Qwen2-Math-72B-Instruct': 'Qwen/Qwen2-72B',
  'Qwen/Qwen2-Math-7B': 'Qwen/Qwen2-7B',
  'Qwen/Qwen2.5-Coder-14B': 'Qwen/Qwen2.5-14B',
  'Qwen/Qwen2.5-Coder-14B-Instruct': 'Qwen/Qwen2.5-14B',
  'Qwen/Qwen2.5-Coder-32B': 'Qwen/Qwen2.5-32B',
  'Qwen/Qwen2.5-Coder-32B-Instruct': 'Qwen/Qwen2.5-32B',
  'Qwen/Qwen2.5-Coder-7B': 'Qwen/Qwen2.5-7B',
  'Qwen/Qwen2.5-Coder-7B-Instruct': 'Qwen/Qwen2.5-7B',
  'Xclbr7/Arcanum-12b': 'mistralai/Mistral-Nemo-Base-2407',
  'arcee-ai/SuperNova-Medius': 'Qwen/Qwen2.5-14B',
  'databricks/dolly-v1-6b': 'EleutherAI/gpt-j-6b',
  'databricks/dolly-v2-12b': 'EleutherAI/pythia-12b',
  'databricks/dolly-v2-3b': 'EleutherAI/pythia-2.8b',
  'databricks/dolly-v2-7b': 'EleutherAI/pythia-6.9b',
  'deepseek-ai/DeepSeek-R1-Distill-Llama-70B': 'meta-llama/Llama-3.1-70B',
  'deepseek-ai/DeepSeek-R1-Distill-Llama-8B': 'meta-llama/Llama-3.1-8B',
  'deepseek-ai/DeepSeek-R1-Distill-Qwen-1.5B': 'Qwen/Qwen2.5-1.5B',
  'deepseek-ai/DeepSeek-R1-Distill-Qwen-14B': 'Qwen/Qwen2.5-14B',
  'deepseek-ai/DeepSeek-R1-Distill-Qwen-32B': 'Qwen/Qwen2.5-32B',
  'deepseek-ai/DeepSeek-R1-Distill-Qwen-7B': 'Qwen/Qwen2.5-7B',
  'dicta-il/dictalm2.0': 'mistralai/Mistral-7B-v0.1',
  'dnhkng/RYS-XLarge': 'Qwen/Qwen2-72B',
  'google/codegemma-1.1-2b': 'google/gemma-2b',
  'lmsys/vicuna-13b-v1.3': 'huggyllama/llama-13b',
  'lmsys/vicuna-7b-v1.3': 'huggyllama/llama-7b',
  'lmsys/vicuna-7b-v1.5': 'meta-llama/Llama-2-7b-hf',
  'mistral-community/Mixtral-8x22B-v0.1': 'mistralai/Mixtral-8x22B-v0.1',
  'mistral-community/mixtral-8x22B-v0.3': 'mistralai/Mixtral-8x22B-v0.1',
  'nvidia/AceInstruct-1.5B': 'Qwen/Qwen2.5-1.5B',
  'nvidia/AceInstruct-72B': 'Qwen/Qwen2.5-72B',
  'nvidia/AceInstruct-7B': 'Qwen/Qwen2.5-7B',
  'nvidia/AceMath-1.5B-Instruct': 'Qwen/Qwen2.5-1.5B',
  'nvidia/AceMath-72B-Instruct': 'Qwen/Qwen2.5-72B',
  'nvidia/AceMath-7B-Instruct': 'Qwen/Qwen2.5-7B',
  'tiiuae/Falcon3-Mamba-7B-Base': 'tiiuae/falcon-mamba-7b',
  'tiiuae/Falcon3-Mamba-7B-Instruct': 'tiiuae/falcon-mamba-7b',
  'togethercomputer/GPT-JT-6B-v1': 'EleutherAI/gpt-j-6b',
  'upstage/SOLAR-10.7B-Instruct-v1.0': 'upstage/SOLAR-10.7B-v1.0',
};

/** What the table says of a model that the rules read wrongly. */
interface Reading {
  /** The pretrained model; null where the table cannot tell it. */
  lineage: string | null;
  method: 'name' | 'assumed';
  /** What in the table says so. */
  source: string;
}

/** Of the narrower of the two models that were pruned to 4 B; the table has the shallower alone. */
const narrowMinitron: Reading = {
  lineage: null,
  method: 'assumed',
  source:
    'architecture and size: 4.513 billion, not the 4.54 of nvidia/Llama-3.1-Minitron-4B-Depth-Base, whose narrower sibling is not in the table',
};

/** One model, put together with some of its own layers again. */
const openChatStack: Reading = {
  lineage: 'mistralai/Mistral-7B-v0.1',
  method: 'name',
  source:
    'its name: layers of openchat-3.5-0106, which is of Mistral-7B-v0.1; its size is the 7.242 billion of that and 4, 8, 12 or 16 layers of 0.2181',
};

/** One model with eight more layers in between, trained further. */
const llamaPro: Reading = {
  lineage: 'meta-llama/Llama-2-7b-hf',
  method: 'name',
  source:
    'its name, the licence llama2, and 8.357 billion: the 6.738 of Llama-2-7b and eight layers of 0.2024',
};

/** Lineages read from the table by hand. */
export const readInTable: Readonly<Record<string, Reading>> = {
  'AuraIndustries/Aura-4B': narrowMinitron,
  'DavidAU/DeepHermes-3-Llama-3-8B-Preview-16.5B-Brainstorm': {
    lineage: null,
    method: 'assumed',
    source:
      'architecture and size: 16.537 billion are the 8.03 of Llama 3 or Llama 3.1 and 39 layers of 0.2181; its name says Llama 3 as that of DeepSeek-R1-ReDistill-Llama3-8B-v1.1 does, of the same season, which is of Llama 3.1',
  },
  'Nexesenex/Nemotron_W_4b_Halo_0.1': narrowMinitron,
  'Nexesenex/Nemotron_W_4b_MagLight_0.1': narrowMinitron,
  'OpenBuddy/openbuddy-qwen2.5llamaify-14b-v23.1-200k': {
    lineage: 'Qwen/Qwen2.5-14B',
    method: 'name',
    source:
      'its name, and 14.77 billion as Qwen/Qwen2.5-14B has, written out for the architecture of Llama; the one of 7 B of the same series names Qwen/Qwen2.5-7B as its base',
  },
  'OpenBuddy/openbuddy-qwen2.5llamaify-14b-v23.3-200k': {
    lineage: 'Qwen/Qwen2.5-14B',
    method: 'name',
    source:
      'its name, and 14.77 billion as Qwen/Qwen2.5-14B has, written out for the architecture of Llama; the one of 7 B of the same series names Qwen/Qwen2.5-7B as its base',
  },
  'Pretergeek/OpenChat-3.5-0106_10.7B_48Layers-Appended': openChatStack,
  'Pretergeek/OpenChat-3.5-0106_8.11B_36Layers-Appended': openChatStack,
  'Pretergeek/OpenChat-3.5-0106_8.99B_40Layers-Appended': openChatStack,
  'Pretergeek/OpenChat-3.5-0106_9.86B_44Layers-Appended': openChatStack,
  'Pretergeek/openchat-3.5-0106_Rebased_Mistral-7B-v0.2': {
    lineage: 'mistral-community/Mistral-7B-v0.2',
    method: 'name',
    source: 'its name: openchat-3.5-0106, of Mistral-7B-v0.1, put on the weights of Mistral-7B-v0.2',
  },
  'Ro-xe/FMixIA-FrankenMerge-9.5B-PT-9': {
    lineage: null,
    method: 'assumed',
    source:
      'architecture and size: 14.141 billion are the 7.616 of Qwen2-7B or Qwen2.5-7B and 28 layers of 0.2331, not the 14.167 of Qwen1.5-14B',
  },
  'TencentARC/LLaMA-Pro-8B': llamaPro,
  'TencentARC/LLaMA-Pro-8B-Instruct': llamaPro,
  'TencentARC/MetaMath-Mistral-Pro': {
    lineage: 'mistralai/Mistral-7B-v0.1',
    method: 'name',
    source:
      'its name, its day, before Mistral-7B-v0.2 and v0.3 were put up, and 8.987 billion: the 7.242 of Mistral-7B-v0.1 and eight layers of 0.2181',
  },
  'Unbabel/TowerInstruct-Mistral-7B-v0.2': {
    lineage: 'mistralai/Mistral-7B-v0.1',
    method: 'assumed',
    source:
      'architecture and size, and days: uploaded three days after the weights of Mistral-7B-v0.2, too soon to be trained from them; the version in its name is its own',
  },
  'dfurman/CalmeRys-78B-Orpo-v0.1': {
    lineage: 'Qwen/Qwen2-72B',
    method: 'name',
    source:
      'its name, and 77.965 billion, which only the models called calme and rys of MaziyarPanahi had until then, all of dnhkng/RYS-XLarge',
  },
  'dnhkng/RYS-XLarge-base': {
    lineage: 'Qwen/Qwen2-72B',
    method: 'name',
    source:
      'the name of dnhkng/RYS-XLarge, which is made from Qwen2-72B, and 77.972 billion: 72.706 and six layers of 0.8777',
  },
  'frameai/Loxa-4B': {
    lineage: 'meta-llama/Llama-3.2-3B',
    method: 'assumed',
    source:
      'architecture and size: 4.018 billion are the 3.213 of Llama-3.2-3B and eight layers of 0.1007; a Minitron has 4.54',
  },
  'ibm-granite/granite-3.2-8b-instruct': {
    lineage: 'ibm-granite/granite-3.1-8b-base',
    method: 'name',
    source:
      'the name of its release, which has no pretrained model of its own in the table, and its average, 0.2 points from granite-3.1-8b-instruct and 6.7 from granite-3.0-8b-instruct',
  },
  'oopere/pruned10-llama-3.2-3B': {
    lineage: 'meta-llama/Llama-3.2-3B',
    method: 'name',
    source:
      'its name: a tenth of Llama 3.2 3B is pruned, and 3.001 billion are less than its 3.213; that they are whole layers more than Llama 3.2 1B is chance',
  },
  'mistralai/Mistral-7B-Instruct-v0.2': {
    lineage: 'mistral-community/Mistral-7B-v0.2',
    method: 'name',
    source:
      'its name: Mistral-7B-Instruct-v0.1 and -v0.3 name the Mistral-7B of their version as their base; that of v0.2 was put up after it, as a copy by others',
  },
};

/** The size of one layer, in billions, by the published widths, of pretrained models whose layers others repeat. */
export const layers: Readonly<Record<string, number>> = {
  'Qwen/Qwen2-72B': 0.877685,
  'Qwen/Qwen2.5-14B': 0.275269,
  'Qwen/Qwen2.5-32B': 0.487605,
  'Qwen/Qwen2.5-72B': 0.877685,
  'Qwen/Qwen2.5-7B': 0.233058,
  'meta-llama/Llama-3.1-70B': 0.855654,
  'meta-llama/Llama-3.1-8B': 0.218112,
  'meta-llama/Llama-3.2-1B': 0.060822,
  'meta-llama/Meta-Llama-3-70B': 0.855654,
  'meta-llama/Meta-Llama-3-8B': 0.218112,
  'microsoft/Phi-3-medium-4k-instruct': 0.340797,
  'microsoft/phi-4': 0.340797,
  'mistralai/Mistral-7B-v0.1': 0.218112,
  'mistralai/Mistral-Nemo-Base-2407': 0.27264,
  'nvidia/Mistral-NeMo-Minitron-8B-Base': 0.183509,
};

/**
 * Other forms in which models of a pretrained one are uploaded: files that hold the embedding matrix twice, weights
 * written out for another architecture, sizes that were rounded. Sizes in billions.
 */
export const otherForms: Readonly<Record<string, readonly { architecture?: string; size: number }[]>> = {
  'HuggingFaceTB/SmolLM-135M': [{ size: 0.135 }],
  'Qwen/Qwen2-0.5B': [{ size: 0.63 }],
  'Qwen/Qwen2-1.5B': [{ size: 1.777 }],
  'Qwen/Qwen2.5-0.5B': [{ size: 0.494 }, { size: 0.63 }, { architecture: 'Qwen2Model', size: 0.494 }],
  'Qwen/Qwen2.5-1.5B': [{ size: 1.544 }, { size: 1.777 }],
  'Qwen/Qwen2.5-3B': [{ size: 3.397 }],
  'google/gemma-2-2b': [{ size: 3.204 }],
  'google/gemma-2-9b': [{ size: 9.242 }, { size: 10.159 }],
  'meta-llama/Llama-3.2-1B': [{ size: 1.236 }, { size: 1.498 }],
  'meta-llama/Llama-3.2-3B': [{ size: 3.607 }],
  'microsoft/Phi-3-medium-4k-instruct': [{ architecture: 'MistralForCausalLM', size: 13.96 }],
  'microsoft/Phi-3-mini-4k-instruct': [
    { architecture: 'MistralForCausalLM', size: 3.821 },
    { architecture: 'LlamaForCausalLM', size: 3.821 },
  ],
  'microsoft/Phi-3.5-mini-instruct': [{ architecture: 'LlamaForCausalLM', size: 3.821 }],
  'microsoft/phi-4': [{ architecture: 'LlamaForCausalLM', size: 14.66 }],
};

/**
 * Words that say of which family a model is, as `plainName` writes them: of those that have a pretrained model in the
 * table and are not also what makers call their tunes of others, as DeepSeek does.
 */
export const families: readonly RegExp[] = [
  'falcon',
  'gemma',
  'granite',
  'internlm',
  '(?:code|open-?|tiny)?llama',
  'mi[sx]tral|nemo',
  'olmo',
  'phi',
  'pythia',
  'qwen',
  'smollm',
  'solar',
  'stablelm',
  'yi',
].map((word) => new RegExp(`(?<![a-z])(?:${word})(?![a-z])`));

/**
 * Words that name the release of a pretrained model, as `plainName` writes them, where its own name is longer. What
 * DeepSeek distilled R1 into is of Qwen2.5 and Llama 3.1, as `pages` has it, whatever else a name says.
 */
export const releases: Readonly<Record<string, RegExp>> = {
  'HuggingFaceTB/SmolLM-135M': /smollm(?!\d)/,
  'HuggingFaceTB/SmolLM2-1.7B': /smollm2/,
  'HuggingFaceTB/SmolLM2-135M': /smollm2/,
  'HuggingFaceTB/SmolLM2-360M': /smollm2/,
  'Qwen/Qwen1.5-14B': /qwen1\.5/,
  'Qwen/Qwen1.5-7B': /qwen1\.5/,
  'Qwen/Qwen2-0.5B': /qwen2(?![.\d])/,
  'Qwen/Qwen2-1.5B': /qwen2(?![.\d])/,
  'Qwen/Qwen2-72B': /qwen2(?![.\d])/,
  'Qwen/Qwen2-7B': /qwen2(?![.\d])/,
  'Qwen/Qwen2.5-0.5B': /qwen2\.5/,
  'Qwen/Qwen2.5-1.5B': /qwen2\.5|r1-(?:re)?distill/,
  'Qwen/Qwen2.5-14B': /qwen2\.5|r1-(?:re)?distill/,
  'Qwen/Qwen2.5-32B': /qwen2\.5|r1-(?:re)?distill/,
  'Qwen/Qwen2.5-3B': /qwen2\.5/,
  'Qwen/Qwen2.5-72B': /qwen2\.5/,
  'Qwen/Qwen2.5-7B': /qwen2\.5|(?<![a-z])q2\.5|r1-(?:re)?distill/,
  'google/gemma-2-27b': /gemma2/,
  'google/gemma-2-2b': /gemma2/,
  'google/gemma-2-9b': /gemma2/,
  'ibm-granite/granite-3.1-1b-a400m-base': /granite3\.1(?!\d)/,
  'ibm-granite/granite-3.1-8b-base': /granite3\.1(?!\d)/,
  'meta-llama/Llama-2-13b-hf': /llama2(?![.\d])/,
  'meta-llama/Llama-2-70b-hf': /llama2(?![.\d])/,
  'meta-llama/Llama-2-7b-hf': /llama2(?![.\d])/,
  'meta-llama/Llama-3.1-70B': /llama3\.[13](?!\d)|r1-(?:re)?distill/,
  'meta-llama/Llama-3.1-8B': /(?:llama|(?<![a-z])l-?)3\.1(?!\d)|llama31(?!\d)|r1-(?:re)?distill/,
  'meta-llama/Llama-3.2-1B': /llama3\.2/,
  'meta-llama/Llama-3.2-3B': /llama3\.2/,
  'meta-llama/Meta-Llama-3-70B': /llama3(?![.\d])/,
  'meta-llama/Meta-Llama-3-8B': /^(?!.*r1-(?:re)?distill).*(?:llama|(?<![a-z])l)3(?![.\d])/,
  'microsoft/Phi-3.5-mini-instruct': /phi3\.5(?!\d)/,
  'microsoft/phi-2': /phi2(?![.\d])/,
  'microsoft/phi-4': /phi4(?![.\d])/,
  'mistralai/Mistral-7B-v0.1': /mistral.*v0\.1(?!\d)/,
  'mistralai/Mistral-7B-v0.3': /mistral.*v0\.3(?!\d)/,
  'mistralai/Mistral-Nemo-Base-2407': /nemo/,
  'mistralai/Mistral-Small-24B-Base-2501': /mistral-?small/,
  'nvidia/Mistral-NeMo-Minitron-8B-Base': /nemo-minitron/,
  'tiiuae/Falcon3-7B-Base': /falcon3/,
};
