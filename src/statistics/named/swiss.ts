import { count, estimate } from '../methods/estimate.ts';
import { spearman } from '../methods/spearman.ts';
import { estimated, fact, family, units } from '../statistic.ts';
import { rankedQuery, type Ranked } from './ranks.ts';
import { playedBy, type Played } from './swiss-tournament.published-only.ts';

/** Models that play, from the best average on, and how often the tournament is played. */
export const swissPlayers = 300;
export const swissRuns = 20_000;

/** The best of the players, of whom is asked whether they stay the best. */
const best = 10;

/** The tournament of the first models, the best average first. Not in a page: it takes a second. */
export const tournamentOf = (rows: readonly Ranked[]): Played =>
  playedBy(rows, swissPlayers, swissRuns, 20251224);

/**
 * A Swiss tournament of the models with the best averages, one round a benchmark, and how far the rank by its
 * expected win score is from that by average (Liu et al. 2025, arXiv:2512.21010, adapted).
 */
export const swiss = family({
  query: rankedQuery,
  publishedOnly: true,
  definitions: [
    fact('swiss.players', 'models in the Swiss tournament', units.models),
    fact('swiss.runs', 'times that the Swiss tournament is played', units.tournaments),
    estimated(
      'swiss.ties',
      'share of all matches in the Swiss tournament within the error of both results',
      units.share,
    ),
    estimated('swiss.spearman', 'average and expected win score in the Swiss tournament', units.correlation),
    estimated('swiss.first', 'rank by expected win score of the model with the best average', units.rank),
    estimated(
      'swiss.top10_kept',
      'models among the first ten by average and by expected win score',
      units.modelsOfBoth,
    ),
    estimated(
      'swiss.largest_move',
      'largest distance between rank by average and by expected win score',
      units.ranks,
    ),
  ],
  derive(rows) {
    const { players, ties } = tournamentOf(rows);
    const n = players.length;
    const { value } = spearman(
      players.map(({ row }) => row.average),
      players.map(({ score }) => score),
    );
    const kept = players.filter(({ place, placeByScore }) => place <= best && placeByScore <= best);
    const moves = players.map(({ place, placeByScore }) => Math.abs(place - placeByScore));
    return {
      'swiss.players': count(n),
      'swiss.runs': estimate(swissRuns, n),
      'swiss.ties': estimate(ties, n),
      // The players are all there are and no draw from more, so no interval.
      'swiss.spearman': estimate(value, n),
      'swiss.first': estimate(players[0]?.placeByScore ?? null, n),
      'swiss.top10_kept': estimate(n === 0 ? null : kept.length, n),
      'swiss.largest_move': estimate(n === 0 ? null : Math.max(...moves), n),
    };
  },
});
