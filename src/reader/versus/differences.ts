// What two slices differ by, in every number that tells of its rows: asked of the engine once both slices stand there.
import { select } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import type { Engine, Row } from '../../engine/engine.ts';
import { askSlice } from '../../slice/ask.ts';
import { preparationOf, sameSlice, type Slice } from '../../slice/slice.ts';
import { isShown } from '../../statistics/format.ts';
import type { Estimate } from '../../statistics/methods/estimate.ts';
import { askingShifts, type Told } from '../../statistics/methods/shifts.ts';
import { sliceDifference } from '../../statistics/methods/slice-difference.ts';
import { units, type Definition, type Family } from '../../statistics/statistic.ts';
import { findStatistic } from '../../statistics/statistics.ts';
import { nextTask } from '../breath.ts';
import type { Pair } from './show.ts';

/** Numbers of one slice of each side: those of the text's own preparation, or of one that it pins. */
interface Group {
  a: Slice;
  b: Slice;
  pairs: Pair[];
}

/** The numbers by the slices that they are of. */
function groupsOf(pairs: readonly Pair[]): Group[] {
  const groups: Group[] = [];
  for (const pair of pairs) {
    const [a, b] = pair.slices;
    const group = groups.find((each) => sameSlice(each.a, a) && sameSlice(each.b, b));
    if (group) group.pairs.push(pair);
    else groups.push({ a, b, pairs: [pair] });
  }
  return groups;
}

const familyOf = ({ definition }: Pair): Family => findStatistic(definition.id)!.family;

/** What a family computes from the rows of a slice for some numbers, with what each tells of the rows. */
function telling(family: Family, rows: readonly Row[], pairs: readonly Pair[]) {
  const [estimates, told] = askingShifts(() => {
    // Of other rows than those that a page has asked before, whose numbers were kept and no longer tell.
    const found = family.derive([...rows]);
    return new Map(pairs.map(({ definition: { id } }) => [id, found[id]!]));
  });
  return (id: string): (Partial<Told> & { estimate: Estimate }) | undefined => {
    const estimate = estimates.get(id);
    return estimate && { estimate, ...told(estimate) };
  };
}

/** What the slices differ by in one number of a family; null where one of them has too few or tells nothing. */
function differ({ definition }: Pair, a: ReturnType<typeof telling>, b: ReturnType<typeof telling>) {
  const [inA, inB] = [a(definition.id), b(definition.id)];
  if (!inA?.shifts || !inA.rows || !inB?.shifts || !inB.rows) return null;
  if (!isShown(inA.estimate, definition) || !isShown(inB.estimate, definition)) return null;
  const difference = sliceDifference(
    { estimate: inA.estimate, rows: inA.rows, shifts: inA.shifts },
    { estimate: inB.estimate, rows: inB.rows, shifts: inB.shifts },
  );
  return difference.low === null || difference.high === null ? null : withinPossible(difference, definition);
}

/** By how much two values can differ at most, for units that have a least and a greatest value. */
const widest: Readonly<Record<string, number>> = {
  [units.share.name]: 1,
  [units.explained.name]: 1,
  [units.probability.name]: 1,
  [units.index.name]: 1,
  [units.shareDifference.name]: 2,
  [units.correlation.name]: 2,
};

/** A difference whose interval ends where two values of the unit cannot differ by more. */
export function withinPossible(difference: Estimate, { unit }: Definition): Estimate {
  const most = widest[unit.name] ?? Infinity;
  const { low, high } = difference;
  return { ...difference, low: low && Math.max(low, -most), high: high && Math.min(high, most) };
}

const rowsAsked = select(models, ({ row }) => ({ rows: { row }, orderBy: [row] }));

/** How many models two slices of one preparation have in common. */
async function countShared(engine: Engine, a: Slice, b: Slice, signal: AbortSignal): Promise<number> {
  const rowsOf = async (slice: Slice) => rowsAsked.askOf(await askSlice(engine, slice, { signal }));
  const inA = new Set((await rowsOf(a)).map(({ row }) => row));
  return (await rowsOf(b)).filter(({ row }) => inA.has(row)).length;
}

/**
 * Asks the engine for the rows of both slices and calls `show` with each number and what the slices differ by, null
 * where the two values alone stand. Answers how many models both slices have, null where their preparations differ.
 * Rejects with the signal's reason once a newer slice has taken over.
 */
export async function askDifferences(
  engine: Engine,
  { a, b, pairs }: { a: Slice; b: Slice; pairs: readonly Pair[] },
  signal: AbortSignal,
  show: (pair: Pair, difference: Estimate | null) => void,
): Promise<number | null> {
  for (const group of groupsOf(pairs)) {
    const families = [...Map.groupBy(group.pairs, familyOf)];
    const rowsOf = async (slice: Slice) => {
      const ask = await askSlice(engine, slice, { signal });
      return Promise.all(families.map(([family]) => ask(family.sql)));
    };
    const inA = await rowsOf(group.a);
    const inB = await rowsOf(group.b);
    for (const [index, [family, numbers]] of families.entries()) {
      // The page stays in the reader's hands meanwhile.
      await nextTask();
      signal.throwIfAborted();
      const [ofA, ofB] = [telling(family, inA[index]!, numbers), telling(family, inB[index]!, numbers)];
      for (const pair of numbers) show(pair, differ(pair, ofA, ofB));
    }
  }
  return preparationOf(a) === preparationOf(b) ? countShared(engine, a, b, signal) : null;
}
