import type { Ask } from '../slice/ask.ts';
import type { Estimate } from './methods/estimate.ts';
import { familiesOfStatistics, findStatistic } from './statistics.ts';
import type { Family } from './statistic.ts';

/** Estimates by statistic id. */
export type Estimates = Readonly<Record<string, Estimate>>;

/**
 * Computes the named statistics for the slice that `ask` answers: those of the given ids, and with them the
 * others of the same families. All statistics where no ids are given. Throws for an unknown id.
 */
export async function answerStatistics(ask: Ask, ids?: Iterable<string>): Promise<Estimates> {
  let wanted: readonly Family[] = familiesOfStatistics;
  if (ids) {
    const families = new Set<Family>();
    for (const id of ids) {
      const found = findStatistic(id);
      if (!found) throw new Error(`unknown statistic ${id}`);
      families.add(found.family);
    }
    wanted = familiesOfStatistics.filter((family) => families.has(family));
  }
  const parts = await Promise.all(wanted.map(async (family) => family.derive(await ask(family.sql))));
  return Object.assign({}, ...parts) as Estimates;
}
