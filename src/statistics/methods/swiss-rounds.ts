import { seededRandom } from './random.ts';

/** What a player takes from a match, in half points: 0 for a loss, 1 for a tie, 2 for a win. */
export type Outcomes = (player: number, opponent: number) => number;

/**
 * The mean score of each player, 0 to the number of rounds, over many runs of a Swiss tournament. In each run every
 * one of the `rounds` is played once, in an order drawn anew; in each round the players stand in order of their score
 * so far, those of equal score in an order drawn anew, and neighbours meet, so that one who is left over of a score
 * meets one of the next. The last of an odd number has half a point without a match.
 */
export function expectedWinScores(
  players: number,
  rounds: readonly Outcomes[],
  runs: number,
  seed: number,
): Float64Array {
  const random = seededRandom(seed);
  const tables = rounds.map((outcome) =>
    Uint8Array.from({ length: players * players }, (_, at) =>
      outcome(Math.floor(at / players), at % players),
    ),
  );
  const totals = new Float64Array(players);
  const [order, next] = [new Int32Array(players), new Int32Array(players)];
  const score = new Int32Array(players);
  const starts = new Int32Array(2 * rounds.length + 2);
  for (let i = 0; i < players; i++) order[i] = i;
  const sequence = Int32Array.from(rounds.keys());
  for (let run = 0; run < runs; run++) {
    score.fill(0);
    shuffle(sequence, random);
    for (const round of sequence) {
      const table = tables[round]!;
      shuffle(order, random);
      // By counting: where the players of each score start if the highest stand first.
      starts.fill(0);
      for (let i = 0; i < players; i++) starts[score[i]!]!++;
      for (let s = starts.length - 1, at = 0; s >= 0; s--) {
        const size = starts[s]!;
        starts[s] = at;
        at += size;
      }
      for (const player of order) next[starts[score[player]!]!++] = player;
      for (let i = 0; i + 1 < players; i += 2) {
        const [a, b] = [next[i]!, next[i + 1]!];
        const taken = table[a * players + b]!;
        score[a]! += taken;
        score[b]! += 2 - taken;
      }
      if (players % 2 === 1) score[next[players - 1]!]!++;
    }
    for (let i = 0; i < players; i++) totals[i]! += score[i]!;
  }
  return totals.map((total) => total / 2 / runs);
}

/** Puts the entries in an order drawn at random (Fisher and Yates). */
function shuffle(entries: Int32Array, random: () => number): void {
  for (let i = entries.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const entry = entries[i]!;
    entries[i] = entries[j]!;
    entries[j] = entry;
  }
}
