import type { Row } from '../engine/engine.ts';
import type { Ask } from '../slice/ask.ts';
import type { Estimate } from './methods/estimate.ts';
import type { Stepwise } from './methods/stepwise.ts';
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

/** Lets something else have its turn where it is due. */
export type Breath = () => Promise<void>;

/** Takes the steps of what takes long of a family or a figure, with a breath before each. */
export async function workAhead(
  of: { ahead?(rows: readonly Row[]): Stepwise<unknown> },
  rows: readonly Row[],
  breath: Breath,
): Promise<void> {
  await breath();
  const steps = of.ahead?.(rows);
  while (steps && !steps.step()) await breath();
}

async function answer(
  ask: Ask,
  asked: ReadonlyMap<Family, readonly string[]>,
  breath?: Breath,
): Promise<Estimates> {
  const parts = await Promise.all(
    [...asked].map(async ([family, ids]) => {
      const rows = await ask(family.sql);
      if (breath) await workAhead(family, rows, breath);
      const estimates = family.derive(rows);
      const found: [string, Estimate][] = [];
      for (const id of ids) {
        if (breath) await breath();
        found.push([id, estimates[id]!]);
      }
      return found;
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

/**
 * As `answerStatistics`, without the statistics that are published only of the whole table; with a `breath` before
 * each, if one is given.
 */
export const answerSlice = async (ask: Ask, ids?: Iterable<string>, breath?: Breath): Promise<Estimates> =>
  answer(ask, new Map([...byFamily(ids)].filter(([{ publishedOnly }]) => !publishedOnly)), breath);
