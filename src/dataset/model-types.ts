/** The kinds of model that submitters chose from, by our short name, with the label the leaderboard shows. */
export const modelTypes = {
  pretrained: '🟢 pretrained',
  continued: '🟩 continuously pretrained',
  'fine-tuned': '🔶 fine-tuned on domain-specific datasets',
  chat: '💬 chat models (RLHF, DPO, IFT, ...)',
  merge: '🤝 base merges and moerges',
  multimodal: '🌸 multimodal',
  other: '❓ other',
} as const;
export type ModelType = keyof typeof modelTypes;
