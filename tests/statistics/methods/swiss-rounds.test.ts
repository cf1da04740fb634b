import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../src/statistics/methods/random.ts';
import { expectedWinScores, type Outcomes } from '../../../src/statistics/methods/swiss-rounds.ts';

/** The better of two, the one with the smaller number, always wins. */
const ladder: Outcomes = (a, b) => (a < b ? 2 : 0);
const tie: Outcomes = () => 1;

describe('by hand', () => {
  test('four players and two rounds: the first wins both, the last neither, the two between one each', () => {
    // Whoever meets first: AB CD leads to AC BD, AC BD to AB CD, and AD BC to AB CD.
    expect([...expectedWinScores(4, [ladder, ladder], 50, 1)]).toEqual([2, 1, 1, 0]);
  });

  test('where every match is a tie all have half of the rounds, with an odd number too', () => {
    expect([...expectedWinScores(4, [tie, tie, tie], 20, 1)]).toEqual([1.5, 1.5, 1.5, 1.5]);
    expect([...expectedWinScores(3, [tie, tie, tie], 20, 1)]).toEqual([1.5, 1.5, 1.5]);
  });

  test('two players meet in every round; one has nobody to meet', () => {
    expect([...expectedWinScores(2, [ladder, tie], 5, 1)]).toEqual([1.5, 0.5]);
    expect([...expectedWinScores(1, [ladder, tie], 5, 1)]).toEqual([1]);
    expect([...expectedWinScores(0, [ladder], 5, 1)]).toEqual([]);
  });
});

/** A tournament as one would write it down: a sorted list of records, taken two by two. */
function playNaively(players: number, rounds: readonly Outcomes[], runs: number, seed: string): number[] {
  const random = seededRandom(seed);
  const shuffled = <T>(list: readonly T[]): T[] =>
    list
      .map((entry) => ({ entry, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ entry }) => entry);
  const wins = Array.from({ length: players }, () => 0);
  for (let run = 0; run < runs; run++) {
    const records = wins.map((_, player) => ({ player, points: 0 }));
    for (const outcome of shuffled(rounds)) {
      const standing = shuffled(records).sort((a, b) => b.points - a.points);
      while (standing.length > 1) {
        const [one, other] = standing.splice(0, 2) as [(typeof records)[0], (typeof records)[0]];
        const taken = outcome(one.player, other.player) / 2;
        one.points += taken;
        other.points += 1 - taken;
      }
      for (const alone of standing) alone.points += 0.5;
    }
    for (const { player, points } of records) wins[player]! += points / runs;
  }
  return wins;
}

const random = seededRandom('strengths');
const strengths = Array.from({ length: 6 }, () => Array.from({ length: 15 }, () => random()));
const uneven = strengths.map((of): Outcomes => (a, b) => {
  const gap = of[a]! - of[b]!;
  return Math.abs(gap) < 0.15 ? 1 : gap > 0 ? 2 : 0;
});

test('agrees with a second, plain implementation within the error of both', () => {
  const [runs, other] = [20_000, 4000];
  const scores = expectedWinScores(15, uneven, runs, 7);
  const plain = playNaively(15, uneven, other, 'plain');
  // A score of six rounds has a standard deviation below 1.5.
  const bar = 4.5 * 1.5 * Math.sqrt(1 / runs + 1 / other);
  scores.forEach((score, i) => expect(Math.abs(score - plain[i]!), `player ${i}`).toBeLessThan(bar));
  // Every match gives one point.
  expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(6 * 7.5, 9);
});

test('a seed repeats itself; another one and another order of the players change nothing but chance', () => {
  const scores = expectedWinScores(15, uneven, 4000, 7);
  expect(expectedWinScores(15, uneven, 4000, 7)).toEqual(scores);
  const bar = 4.5 * 1.5 * Math.sqrt(2 / 4000);
  const others = expectedWinScores(15, uneven, 4000, 8);
  expect(others).not.toEqual(scores);
  const reversed = expectedWinScores(
    15,
    uneven.map(
      (outcome): Outcomes =>
        (a, b) =>
          outcome(14 - a, 14 - b),
    ),
    4000,
    7,
  );
  scores.forEach((score, i) => {
    expect(Math.abs(score - others[i]!)).toBeLessThan(bar);
    expect(Math.abs(score - reversed[14 - i]!)).toBeLessThan(bar);
  });
});
