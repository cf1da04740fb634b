import { families } from '../../dataset/grouping.ts';
import { quarterIndex } from '../../dataset/calendar.ts';
import { monthOf, select } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { clusterKeys } from '../cluster-keys.ts';
import { clustersOf } from '../methods/clusters.ts';
import { hhi } from '../methods/concentration.ts';
import { estimate } from '../methods/estimate.ts';
import { shareEstimate } from '../methods/proportion.ts';
import { shareDifference } from '../methods/share-difference.ts';
import { estimated, fact, family, units } from '../statistic.ts';

/** The families of architecture whose share is followed. */
export const sharedFamilies = families.filter(({ id }) => ['qwen', 'llama', 'mistral', 'gemma'].includes(id));

/** Calendar quarters of submission; the first has June alone, the last ends with the leaderboard. */
export const shareQuarters = [
  { id: '2024_q2', label: '2024 Q2', from: '2024-04-01' },
  { id: '2024_q3', label: '2024 Q3', from: '2024-07-01' },
  { id: '2024_q4', label: '2024 Q4', from: '2024-10-01' },
  { id: '2025_q1', label: '2025 Q1', from: '2025-01-01' },
] as const;

/** The quarters between which a rise is told: the first whole one and the last. */
const [before, since] = [shareQuarters[1], shareQuarters[3]];

const query = select(models, (columns) => ({
  rows: {
    ...clusterKeys(columns),
    month: monthOf(columns.submission_date),
    family: columns.family,
    architecture: columns.architecture,
  },
  orderBy: [columns.row],
}));

/** How the models of each quarter of submission are spread over families of architecture. */
export const familyShares = family({
  query,
  definitions: [
    ...sharedFamilies.flatMap(({ id, label }) => [
      ...shareQuarters.map((quarter) =>
        estimated(
          `families.${id}.share.${quarter.id}`,
          `share of ${label} architectures among models submitted in ${quarter.label}`,
          units.share,
        ),
      ),
      estimated(
        `families.${id}.rise`,
        `share of ${label} architectures among models submitted, ${since.label} minus ${before.label}`,
        units.shareDifference,
      ),
    ]),
    ...shareQuarters.map(({ id, label }) =>
      fact(
        `families.hhi.${id}`,
        `Herfindahl–Hirschman index of models over families of architecture, submitted in ${label}`,
        units.index,
      ),
    ),
  ],
  derive(rows) {
    const of = ({ from }: { from: string }) =>
      rows.filter(({ month }) => month !== null && quarterIndex(`${month}-01`) === quarterIndex(from));
    const quarters = new Map(shareQuarters.map(({ id, from }) => [id, of({ from })]));
    const has = (members: typeof rows, id: string) => members.map((row) => row.family === id);
    return {
      ...Object.fromEntries(
        sharedFamilies.flatMap(({ id }) => [
          ...shareQuarters.map((quarter) => {
            const members = quarters.get(quarter.id)!;
            return [
              `families.${id}.share.${quarter.id}`,
              () => shareEstimate(has(members, id), clustersOf(members)),
            ] as const;
          }),
          [
            `families.${id}.rise`,
            () =>
              shareDifference(quarters.get(since.id)!, quarters.get(before.id)!, (row) => row.family === id),
          ] as const,
        ]),
      ),
      ...Object.fromEntries(
        shareQuarters.map(({ id }) => {
          const members = quarters.get(id)!;
          // Architectures outside the named families are each a family of their own.
          const counts = Map.groupBy(members, (row) =>
            row.family === 'other' ? row.architecture : row.family,
          );
          const index = hhi([...counts.values()].map((each) => each.length));
          return [`families.hhi.${id}`, estimate(members.length > 0 ? index : null, members.length)] as const;
        }),
      ),
    };
  },
});
