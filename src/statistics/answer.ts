import type { Ask } from '../slice/ask.ts';
import type { Estimate } from './methods/estimate.ts';
import { familiesOfStatistics, findStatistic } from './statistics.ts';
import type { Family } from './statistic.ts';

/** Estimates by statistic id. */
export type Estimates = Readonly<Record<string, Estimate>>;

/** The given ids by the families that they belong to; every id where none are given. Throws for an unknown id. */
function byFamily(ids?: Iterable<string>): ReadonlyMap<Family, readonly string[]> {
  const asked = new Map<Family, string[]>();
  for (const id of new Set(ids)) {
    const found = findStatistic(id);
    if (!found) throw new Error(`unknown statistic ${id}`);
    asked.set(found.family, [...(asked.get(found.family) ?? []), id]);
  }
  return new Map(
    familiesOfStatistics.flatMap((family) => {
      const its = ids ? asked.get(family) : family.definitions.map(({ id }) => id);
      return its ? [[family, its]] : [];
    }),
  );
}

async function answer(ask: Ask, asked: ReadonlyMap<Family, readonly string[]>): Promise<Estimates> {
  const parts = await Promise.all(
    [...asked].map(async ([family, ids]) => {
      const estimates = family.derive(await ask(family.sql));
      return ids.map((id) => [id, estimates[id]!] as const);
    }),
  );
  return Object.fromEntries(parts.flat());
}

/**
 * Computes the named statistics for the table that `ask` answers: those of the given ids, all where none are given.
 * Rejects for an unknown id.
 */
export const answerStatistics = async (ask: Ask, ids?: Iterable<string>): Promise<Estimates> =>
  answer(ask, byFamily(ids));

/** As `answerStatistics`, without the statistics that are published only of the whole table. */
export const answerSlice = async (ask: Ask, ids?: Iterable<string>): Promise<Estimates> =>
  answer(ask, new Map([...byFamily(ids)].filter(([{ publishedOnly }]) => !publishedOnly)));
