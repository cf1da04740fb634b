import { benchmarks } from '../../dataset/benchmarks.ts';
import { effectiveQuestions } from '../../dataset/questions.ts';
import { binomialDifference } from '../methods/binomial-difference.ts';
import { TAIL } from '../methods/estimate.ts';
import { normalQuantile } from '../methods/normal.ts';
import { expectedWinScores } from '../methods/swiss-rounds.ts';
import type { Ranked } from './ranks.ts';

/** What a tournament of the models says of each. */
export interface Player {
  row: Ranked;
  /** Rank by average among the players: 1 and those with a higher one. */
  place: number;
  /** Mean score over the runs, 0 to the number of benchmarks. */
  score: number;
  /** Rank by that score, likewise. */
  placeByScore: number;
}

export interface Played {
  players: readonly Player[];
  /** Share of the matches that two players can have which end in a tie; null for fewer than two players. */
  ties: number | null;
}

const limit = normalQuantile(1 - TAIL);
/** Scores by what they follow from: the same results come with other rows whenever they are asked again. */
const scored = new Map<string, Float64Array>();

/** A Swiss tournament of the first rows, one round a benchmark. */
export function playedBy(all: readonly Ranked[], players: number, runs: number, seed: number): Played {
  const rows = all.slice(0, players);
  const results = benchmarks.map((name) => Float64Array.from(rows, (row) => row[`${name}_raw`]));
  const rounds = benchmarks.map((name, at) => {
    const raw = results[at]!;
    return (a: number, b: number) => {
      const z = binomialDifference(raw[a]!, raw[b]!, effectiveQuestions[name]);
      return Math.abs(z) <= limit ? 1 : z > 0 ? 2 : 0;
    };
  });
  const key = [runs, seed, ...results].join(' ');
  const scores = scored.get(key) ?? expectedWinScores(rows.length, rounds, runs, seed);
  scored.set(key, scores);
  let [ties, matches] = [0, 0];
  for (const round of rounds)
    for (let a = 0; a < rows.length; a++)
      for (let b = 0; b < a; b++, matches++) if (round(a, b) === 1) ties++;
  const placeOf = (values: readonly number[]) => {
    const sorted = values.toSorted((a, b) => b - a);
    return values.map((value) => 1 + sorted.indexOf(value));
  };
  const byAverage = placeOf(rows.map(({ average }) => average));
  const byScore = placeOf([...scores]);
  return {
    players: rows.map((row, i) => ({
      row,
      place: byAverage[i]!,
      score: scores[i]!,
      placeByScore: byScore[i]!,
    })),
    ties: matches === 0 ? null : ties / matches,
  };
}
