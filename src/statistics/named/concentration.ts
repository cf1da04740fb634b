import { quarterIndex } from '../../dataset/calendar.ts';
import type { Row } from '../../engine/engine.ts';
import { hhi, topShare } from '../methods/concentration.ts';
import { type Estimate, estimate } from '../methods/estimate.ts';
import { fact, units, type Family } from '../statistic.ts';

/**
 * From this index on a market counts as moderately concentrated, and from the other one as highly: the
 * Horizontal Merger Guidelines of the U.S. Department of Justice and the Federal Trade Commission of 1992, and
 * again their practice under the Merger Guidelines of 2023; there on a scale of 10,000.
 */
export const moderateHhi = 0.1;
export const highHhi = 0.18;

/** Models of each organisation, from rows of organisations by month. */
export function modelsByOrganisation(rows: readonly Row[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const row of rows) {
    const organisation = String(row.organisation);
    found.set(organisation, (found.get(organisation) ?? 0) + Number(row.models));
  }
  return found;
}

/** How the models of each calendar quarter of submission are spread; rows without a day belong to none. */
export function byQuarter(
  rows: readonly Row[],
): { quarter: number; models: number; organisations: number; hhi: number }[] {
  const quarters = new Map<number, Row[]>();
  for (const row of rows) {
    if (typeof row.month !== 'string') continue;
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
export const concentration: Family = {
  sql: `SELECT organisation, left(CAST(submission_date AS VARCHAR), 7) AS month, CAST(count(*) AS INTEGER) AS models FROM models GROUP BY organisation, month ORDER BY organisation, month`,
  definitions: [
    fact('orgs.largest_share', 'share of models that the busiest organisation sent', units.share),
    fact('orgs.single_share', 'share of organisations that sent one model', units.share),
    fact('orgs.lower_half_share', 'share of models that the smaller half of organisations sent', units.share),
    fact('orgs.hhi.lowest_quarter', 'smallest index of concentration of a calendar quarter', units.index),
    fact('orgs.hhi.highest_quarter', 'largest index of concentration of a calendar quarter', units.index),
  ],
  derive(rows): Record<string, Estimate> {
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
};
