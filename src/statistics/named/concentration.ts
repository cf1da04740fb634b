import { countOf, monthOf, select, type RowOf } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { quarterIndex } from '../../dataset/calendar.ts';
import { hhi, topShare } from '../methods/concentration.ts';
import { estimate } from '../methods/estimate.ts';
import { fact, units, family } from '../statistic.ts';

/**
 * From this index on a market counts as moderately concentrated, and from the other one as highly: the
 * Horizontal Merger Guidelines of the U.S. Department of Justice and the Federal Trade Commission of 1992, and
 * again their practice under the Merger Guidelines of 2023; there on a scale of 10,000.
 */
export const moderateHhi = 0.1;
export const highHhi = 0.18;

const query = select(models, ({ organisation, submission_date }) => ({
  rows: { organisation, month: monthOf(submission_date), models: countOf() },
  groupBy: ['organisation', 'month'],
  orderBy: ['organisation', 'month'],
}));

/** Models of an organisation submitted in a month; null for those without a day. */
export type MonthlyModels = RowOf<typeof query>;

/** Models of each organisation, from rows of organisations by month. */
export function modelsByOrganisation(rows: readonly MonthlyModels[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { organisation, models } of rows)
    found.set(organisation, (found.get(organisation) ?? 0) + models);
  return found;
}

/** How the models of each calendar quarter of submission are spread; rows without a day belong to none. */
export function byQuarter(
  rows: readonly MonthlyModels[],
): { quarter: number; models: number; organisations: number; hhi: number }[] {
  const quarters = new Map<number, MonthlyModels[]>();
  for (const row of rows) {
    if (row.month === null) continue;
    const quarter = quarterIndex(`${row.month}-01`);
    const members = quarters.get(quarter);
    if (members) members.push(row);
    else quarters.set(quarter, [row]);
  }
  return [...quarters]
    .toSorted(([a], [b]) => a - b)
    .map(([quarter, members]) => {
      const counts = [...modelsByOrganisation(members).values()];
      return {
        quarter,
        models: counts.reduce((a, b) => a + b, 0),
        organisations: counts.length,
        hhi: hhi(counts) ?? 0,
      };
    });
}

/** Facts of how models are spread over organisations, beside the Gini coefficient and the index of all. */
export const concentration = family({
  query,
  definitions: [
    fact('orgs.largest_share', 'share of models that the busiest organisation sent', units.share),
    fact('orgs.single_share', 'share of organisations that sent one model', units.share),
    fact('orgs.lower_half_share', 'share of models that the smaller half of organisations sent', units.share),
    fact('orgs.hhi.lowest_quarter', 'smallest index of concentration of a calendar quarter', units.index),
    fact('orgs.hhi.highest_quarter', 'largest index of concentration of a calendar quarter', units.index),
  ],
  derive(rows) {
    const counts = [...modelsByOrganisation(rows).values()];
    const n = counts.length;
    const whole = (value: number | null) => estimate(n > 0 ? value : null, n);
    const indexes = byQuarter(rows).map((quarter) => quarter.hhi);
    const upper = topShare(counts, Math.ceil(n / 2));
    return {
      'orgs.largest_share': whole(topShare(counts, 1)),
      'orgs.single_share': whole(counts.filter((models) => models === 1).length / n),
      'orgs.lower_half_share': whole(upper === null ? null : 1 - upper),
      'orgs.hhi.lowest_quarter': whole(indexes.length > 0 ? Math.min(...indexes) : null),
      'orgs.hhi.highest_quarter': whole(indexes.length > 0 ? Math.max(...indexes) : null),
    };
  },
});
