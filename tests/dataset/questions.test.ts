import { expect, test } from 'vitest';
import { effectiveQuestions, questions } from '../../src/dataset/questions.ts';

test('the answers counted are those of the leaderboard', () => {
  expect(questions).toEqual({
    ifeval: 541,
    bbh: 5761,
    math: 1324,
    gpqa: 198 + 448 + 546,
    musr: 756,
    mmlu_pro: 12_032,
  });
});

test('GPQA has the error of 493 questions asked once, the others that of all of theirs', () => {
  expect(effectiveQuestions.gpqa).toBeCloseTo(1192 ** 2 / (198 * 9 + 250 * 4 + 98), 10);
  expect(Math.round(effectiveQuestions.gpqa)).toBe(493);
  const { gpqa: effective, ...others } = effectiveQuestions;
  expect({ ...others, gpqa: 1192 }).toEqual(questions);
  expect(effective).toBeLessThan(546);
});

test('that error, question by question', () => {
  // The variance of the mean of 1,192 answers that are right with one probability: the sets share their answers.
  const counted = [
    ...Array<number>(198).fill(3),
    ...Array<number>(250).fill(2),
    ...Array<number>(98).fill(1),
  ];
  const p = 0.3;
  const variance = counted.reduce((sum, times) => sum + (times / 1192) ** 2 * p * (1 - p), 0);
  expect((p * (1 - p)) / variance).toBeCloseTo(effectiveQuestions.gpqa, 8);
});
