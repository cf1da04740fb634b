/*
 * What was looked up by hand, each with the page that says so. The rules read these tables and the files of `data/`,
 * and nothing else.
 */

/** A model that is named as a base and is not in the table, as its page describes it. */
export interface Outside {
  model: string;
  /** Model whose weights it holds, in the same or another number format. */
  same?: string;
  /** Model that it was trained from. */
  parent?: string;
  /** Pretrained model that it descends from, where no model of the table is known on the way. */
  lineage?: string;
}

/** Models that are named as a base and are not in the table; each is described by its page on the Hub. */
export const outside: readonly Outside[] = [
  { model: '01-ai/Yi-Coder-9B', lineage: '01-ai/Yi-9B' },
  { model: 'AXCXEPT/EZO-Llama-3.2-3B-Instruct-dpoE', parent: 'meta-llama/Llama-3.2-3B-Instruct' },
  {
    model: 'CreitinGameplays/Llama-3.2-3b-Instruct-uncensored-refinetune',
    lineage: 'meta-llama/Llama-3.2-3B',
  },
  { model: 'DUAL-GPO/zephyr-7b-ipo-qlora-v0-merged', lineage: 'mistralai/Mistral-7B-v0.1' },
  { model: 'Felladrin/Minueza-32M-Base', lineage: 'Felladrin/Minueza-32M-Base' },
  { model: 'HelpingAI/HelpingAI2.5-10B', same: 'OEvortex/HelpingAI2.5-10B' },
  { model: 'IntervitensInc/gemma-2-9b-chatml', parent: 'google/gemma-2-9b' },
  {
    model: 'Josephgflowers/TinyLlama-3T-Cinder-v1.2',
    lineage: 'TinyLlama/TinyLlama-1.1B-intermediate-step-1431k-3T',
  },
  { model: 'LeroyDyer/Mixtral_AI_CyberTron_Ultra' },
  { model: 'LeroyDyer/_Spydaz_Web_AI_Mistral_R1_Base' },
  { model: 'NousResearch/Llama-2-13b-hf', same: 'meta-llama/Llama-2-13b-hf' },
  { model: 'NousResearch/Llama-2-7b-hf', same: 'meta-llama/Llama-2-7b-hf' },
  { model: 'NousResearch/Meta-Llama-3-8B', same: 'meta-llama/Meta-Llama-3-8B' },
  { model: 'NousResearch/Meta-Llama-3.1-8B-Instruct', same: 'meta-llama/Llama-3.1-8B-Instruct' },
  { model: 'Qwen/Qwen2.5-Coder-1.5B-Instruct', lineage: 'Qwen/Qwen2.5-1.5B' },
  { model: 'Sakalti/Qwen2.5-test-2' },
  { model: 'Spestly/Atlas-R1-1.5B-Preview' },
  { model: 'Spestly/Atlas-R1-7B-Preview' },
  { model: 'Vikhrmodels/Vikhr-Qwen-2.5-0.5b-Instruct', parent: 'Qwen/Qwen2.5-0.5B-Instruct' },
  { model: 'alpindale/Mistral-7B-v0.2-hf', same: 'mistral-community/Mistral-7B-v0.2' },
  { model: 'arcee-ai/Meraj-Mini', parent: 'Qwen/Qwen2.5-7B-Instruct' },
  { model: 'athirdpath/Llama-3.1-Instruct_NSFW-pretrained_e1', lineage: 'meta-llama/Llama-3.1-8B' },
  { model: 'braindao/iq-code-evmind-0.5b-instruct-v0.2411.4' },
  { model: 'chuanli11/Llama-3.2-3B-Instruct-uncensored', parent: 'meta-llama/Llama-3.2-3B-Instruct' },
  { model: 'codellama/CodeLlama-13b-Instruct-hf', lineage: 'meta-llama/Llama-2-13b-hf' },
  { model: 'deepseek-ai/deepseek-math-7b-base', lineage: 'deepseek-ai/deepseek-math-7b-base' },
  { model: 'ghost-x/ghost-8b-beta', lineage: 'meta-llama/Meta-Llama-3-8B' },
  { model: 'jondurbin/bagel-34b-v0.2', lineage: '01-ai/Yi-34B' },
  { model: 'llm-jp/llm-jp-3-7.2b-instruct3', lineage: 'llm-jp/llm-jp-3-7.2b' },
  { model: 'maritaca-ai/sabia-7b', lineage: 'huggyllama/llama-7b' },
  { model: 'meta-llama/Llama-3.2-11B-Vision-Instruct', lineage: 'meta-llama/Llama-3.2-11B-Vision' },
  { model: 'mistralai/Mistral-Small-24B-Instruct-2501', parent: 'mistralai/Mistral-Small-24B-Base-2501' },
  { model: 'mlabonne/Beagle14-7B', lineage: 'mistralai/Mistral-7B-v0.1' },
  { model: 'moreh/MoMo-72B-lora-1.8.7-DPO', lineage: 'Qwen/Qwen-72B' },
  { model: 'netcat420/MFANN3bv0.19.12', lineage: 'microsoft/phi-2' },
  { model: 'netcat420/MFANNv0.20.12', lineage: 'meta-llama/Llama-3.1-8B' },
  { model: 'openlm-research/open_llama_3b_v2', lineage: 'openlm-research/open_llama_3b_v2' },
  { model: 'pszemraj/Mistral-7B-v0.3-prune6', parent: 'mistralai/Mistral-7B-v0.3' },
  { model: 'pszemraj/tFINE-900m-e16-d32-1024ctx', lineage: 'pszemraj/tFINE-900m-e16-d32-1024ctx' },
  { model: 'royallab/MN-LooseCannon-12B-v2', lineage: 'mistralai/Mistral-Nemo-Base-2407' },
  { model: 'sometimesanotion/Lamarck-14B-v0.7', lineage: 'Qwen/Qwen2.5-14B' },
  { model: 'unsloth/Mistral-Nemo-Base-2407-bnb-4bit', same: 'mistralai/Mistral-Nemo-Base-2407' },
  { model: 'unsloth/Mistral-Nemo-Instruct-2407-bnb-4bit', same: 'mistralai/Mistral-Nemo-Instruct-2407' },
  { model: 'unsloth/Phi-3-mini-4k-instruct-bnb-4bit', same: 'microsoft/Phi-3-mini-4k-instruct' },
  { model: 'unsloth/gemma-2-2b-it-bnb-4bit', same: 'google/gemma-2-2b-it' },
  { model: 'unsloth/gemma-2-9b-it', same: 'google/gemma-2-9b-it' },
  { model: 'unsloth/phi-3-medium-4k-instruct-bnb-4bit', same: 'microsoft/Phi-3-medium-4k-instruct' },
  { model: 'unsloth/zephyr-sft-bnb-4bit', lineage: 'mistralai/Mistral-7B-v0.1' },
  { model: 'voidful/Llama-3.2-8B-Instruct' },
];

/** Models that share all six scores although one is no copy of the other: all three answer at the level of chance. */
export const notCopies: ReadonlySet<string> = new Set([
  'hotmailuser/QwenStock-0.5B',
  'necva/IE-cont-Llama3.1-8B',
  'ontocord/wide_3b_sft_stage1.1-ss1-with_r1_generics_intr_math_stories.no_issue',
]);

/**
 * Copies whose scores and commit do not give them away, by name, each with its original as its page on the Hub names
 * it: weights that were converted anew, and evaluated anew.
 */
export const convertedCopies: ReadonlyMap<string, string> = new Map([
  ['mistral-community/Mixtral-8x22B-v0.1', 'mistralai/Mixtral-8x22B-v0.1'],
]);

/**
 * Models of quite another size than the root that they name, and whether they were made from it all the same, as a
 * pruned or stacked one is. A tune has the weights of its root and so the size: Athena and llama32_1B have those of
 * the smaller models that their own names give, and llama-43m, called so, has no room for 68 million.
 */
export const farFromRoot: ReadonlyMap<string, 'misnamed' | 'reshaped'> = new Map([
  ['EpistemeAI/Athena-gemma-2-2b-it', 'misnamed'],
  ['cpayne1303/llama-43m-beta', 'misnamed'],
  ['iFaz/llama32_1B_en_emo_v1', 'misnamed'],
]);
