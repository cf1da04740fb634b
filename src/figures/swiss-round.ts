import { formatNumber } from '../statistics/format.ts';
import { rankedQuery } from '../statistics/named/ranks.ts';
import { swissPlayers, swissRuns, tournamentOf } from '../statistics/named/swiss.ts';
import { fewestForEstimate, units } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { cautionColumn, cautionNote, cautionOf, warningTip, withWarning } from './parts/cautioned.ts';
import { chartBase, ink, widths } from './theme.ts';

const axis = { tickCount: 6, grid: true } as const;

/** The rank that a Swiss tournament gives each of the first models, beside its rank by average. */
export const swissRound = figure({
  id: 'swiss-round',
  question: 'Would a tournament rank the models alike?',
  query: rankedQuery,
  publishedOnly: true,
  derive: (rows) =>
    tournamentOf(rows).players.map(({ row, place, score, placeByScore }) => ({
      place,
      place_by_score: placeByScore,
      model: row.model,
      score,
      average: row.average,
      caution: cautionOf(row.caution),
    })),
  columns: [
    { name: 'place', title: 'Rank by average', unit: units.rank },
    { name: 'place_by_score', title: 'Rank in the tournament', unit: units.rank },
    { name: 'model', title: 'Model', model: true },
    { name: 'score', title: 'Expected win score', unit: units.winScore },
    { name: 'average', title: 'Average', unit: units.points },
    cautionColumn,
  ],
  n: (rows) => rows.length,
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const [first] = rows;
    if (!first) return 'A tournament of 0 models has no ranks.';
    const furthest = rows.reduce((a, b) =>
      Math.abs(b.place_by_score - b.place) > Math.abs(a.place_by_score - a.place) ? b : a,
    );
    const write = (rank: number) => formatNumber(rank, units.rank);
    const moves =
      furthest.place === furthest.place_by_score
        ? ', and no other moves'
        : `; ${furthest.model}${cautionNote(furthest.caution)} moves furthest, from rank ${write(furthest.place)} by average to rank ${write(furthest.place_by_score)}`;
    return `The model with the best average has rank ${write(first.place_by_score)} in the tournament${moves}.`;
  },
  alt: (rows) =>
    `A dot for each of ${rows.length} models: its rank by average from left to right, its rank by expected win score upwards, and a diagonal where both are the same. ${rows
      .slice(0, 5)
      .map(
        ({ model, caution, place, place_by_score, score }) =>
          `${model}${cautionNote(caution)}: rank ${place} by average, ${place_by_score} in the tournament with ${formatNumber(score, units.winScore)} wins of 6.`,
      )
      .join(' ')}`,
  notes: `The ${swissPlayers} models with the best averages play ${swissRuns.toLocaleString('en')} Swiss tournaments of six rounds, one a benchmark in an order drawn anew each time; models of the same score so far meet. A result within the 95\u00a0% error of the questions of both is a tie, half a win each. Dots below the diagonal do better in the tournament than by average. One result far ahead counts no more in it than one that is just clear.`,
  spec(drawing) {
    const phone = drawing === 'phone';
    const scale = { domain: [1, swissPlayers], nice: false };
    const x = {
      field: 'place',
      type: 'quantitative',
      scale,
      axis: { title: 'Rank by average', ...axis },
    } as const;
    const y = {
      field: 'place_by_score',
      type: 'quantitative',
      scale,
      axis: { title: 'Rank by expected win score', ...axis },
    } as const;
    return {
      ...chartBase(drawing),
      width: widths[drawing] - (phone ? 10 : 120),
      height: phone ? 250 : 420,
      layer: [
        {
          transform: [
            {
              aggregate: [
                { op: 'min', field: 'place', as: 'first' },
                { op: 'max', field: 'place', as: 'last' },
              ],
            },
          ],
          mark: { type: 'rule', color: ink.muted, strokeDash: [4, 4] },
          encoding: {
            x: { ...x, field: 'first' },
            x2: { field: 'last' },
            y: { ...y, field: 'first' },
            y2: { field: 'last' },
          },
        },
        {
          transform: [withWarning],
          mark: { type: 'point', filled: true, size: phone ? 18 : 26, color: ink.accent, opacity: 0.7 },
          encoding: {
            x,
            y,
            tooltip: [
              { field: 'model', title: 'Model' },
              { field: 'place', title: 'Rank by average', format: ',' },
              { field: 'place_by_score', title: 'Rank in the tournament', format: ',' },
              { field: 'score', title: 'Expected win score', format: '.2f' },
              { field: 'average', title: 'Average', format: '.1f' },
              warningTip,
            ],
          },
        },
      ],
    };
  },
});
