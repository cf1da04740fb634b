import type { Ask } from '../slice/ask.ts';
import type { Estimate } from './methods/estimate.ts';
import { familiesOfStatistics, findStatistic } from './statistics.ts';
import type { Family } from './statistic.ts';

/** Estimates by statistic id. */
export type Estimates = Readonly<Record<string, Estimate>>;

/** The families of the given ids; every family where none are given. Throws for an unknown id. */
function familiesOf(ids?: Iterable<string>): readonly Family[] {
  if (!ids) return familiesOfStatistics;
  const families = new Set<Family>();
  for (const id of ids) {
    const found = findStatistic(id);
    if (!found) throw new Error(`unknown statistic ${id}`);
    families.add(found.family);
  }
  return familiesOfStatistics.filter((family) => families.has(family));
}

async function answer(ask: Ask, families: readonly Family[]): Promise<Estimates> {
  const parts = await Promise.all(families.map(async (family) => family.derive(await ask(family.sql))));
  return Object.assign({}, ...parts) as Estimates;
}

/**
 * Computes the named statistics for the table that `ask` answers: those of the given ids, and with them the
 * others of the same families. All statistics where no ids are given. Rejects for an unknown id.
 */
export const answerStatistics = async (ask: Ask, ids?: Iterable<string>): Promise<Estimates> =>
  answer(ask, familiesOf(ids));

/** As `answerStatistics`, without the statistics that are published only of the whole table. */
export const answerSlice = async (ask: Ask, ids?: Iterable<string>): Promise<Estimates> =>
  answer(
    ask,
    familiesOf(ids).filter(({ publishedOnly }) => !publishedOnly),
  );
