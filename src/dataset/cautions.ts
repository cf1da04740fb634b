import { questions } from './questions.ts';

/** Why a result should not be passed on without a word, by kind, as a reader is told. */
export const cautionKinds = {
  'partial-run': 'run on part of the questions',
  flagged: 'flagged by the maintainers',
  'off-plane': 'results at odds with each other',
  'below-children': 'far below the models descended from it',
} as const;
export type CautionKind = keyof typeof cautionKinds;

/** The words for the caution of a model; blank without one. */
export const cautionWords = (kind: unknown): string =>
  typeof kind === 'string' && kind in cautionKinds ? cautionKinds[kind as CautionKind] : '';

/** Right answers that an accuracy on MMLU-Pro stands for, if all its questions were asked. */
export const answersOf = (accuracy: number): number => accuracy * questions.mmlu_pro;

/** Whether an accuracy on MMLU-Pro is none of all its questions: no whole number of them. */
export const isPartial = (accuracy: number): boolean =>
  Math.abs(answersOf(accuracy) - Math.round(answersOf(accuracy))) > 0.001;
