import type { Benchmark } from './benchmarks.ts';

/** Answers that the leaderboard counts in one run of each benchmark. IFEval counts prompts. */
export const questions: Readonly<Record<Benchmark, number>> = {
  ifeval: 541,
  bbh: 5761,
  math: 1324,
  gpqa: 1192,
  musr: 756,
  mmlu_pro: 12_032,
};

/** Different questions of GPQA by how often its three nested sets, of 198, 448 and 546, count them. */
const gpqaCounted = [
  { questions: 198, times: 3 },
  { questions: 448 - 198, times: 2 },
  { questions: 546 - 448, times: 1 },
];

const sum = (of: (each: (typeof gpqaCounted)[number]) => number) =>
  gpqaCounted.reduce((total, each) => total + of(each), 0);

/**
 * Questions asked once that would give a result the same binomial error. An answer counted k times has k² times
 * the variance of one, so GPQA has (Σ nk)² ÷ Σ nk². A raw result that is a mean of two accuracies (IFEval) or over
 * subtasks (BBH, MuSR) has about the error of one accuracy over all its questions.
 */
export const effectiveQuestions: Readonly<Record<Benchmark, number>> = {
  ...questions,
  gpqa: questions.gpqa ** 2 / sum((each) => each.questions * each.times ** 2),
};

/** Options of the 24 parts of BBH; guessing is right once in so many. */
const optionsOfBbh = [2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 4, 5, 5, 5, 6, 6, 6, 6, 7, 7, 11, 18, 19];

/** Options of the three parts of MuSR: murder mysteries, object placements, team allocation. */
const optionsOfMusr = [2, 5, 3];

/** Points of the score for a share of right answers from guessing to 1, where guessing is right once in so many. */
const pointsAbove = (options: number) => 100 / (1 - 1 / options);

/**
 * The same for a score that is the mean over parts: the slope whose square is the mean of the squared slopes. With
 * parts of the same length and share of right answers it turns the error of the raw result into that of the score.
 */
const pointsOverParts = (options: readonly number[]) =>
  Math.sqrt(options.reduce((sum, each) => sum + pointsAbove(each) ** 2, 0) / options.length);

/** How many points of the normalised score the standard error of a raw result, from 0 to 1, is worth. */
export const pointsPerShare: Readonly<Record<Benchmark, number>> = {
  ifeval: 100,
  bbh: pointsOverParts(optionsOfBbh),
  math: 100,
  gpqa: pointsAbove(4),
  musr: pointsOverParts(optionsOfMusr),
  mmlu_pro: pointsAbove(10),
};
