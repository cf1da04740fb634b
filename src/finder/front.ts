import type { Row } from '../engine/engine.ts';
import { questions } from '../dataset/questions.ts';
import { cells } from '../figures/parts/cells.ts';
import { binomialDifference } from '../statistics/methods/binomial-difference.ts';
import { normalQuantile } from '../statistics/methods/normal.ts';
import { comparedMarks } from '../figures/plots/compared.ts';
import { paretoFrontier } from '../statistics/methods/pareto.ts';
import type { Cost, Gain } from './address.ts';

/** A model of the front, or one that reaches it within the noise. */
export interface FrontMember {
  model: Row;
  /** Whether it is on the front itself. */
  member: boolean;
}

export interface Front {
  /** Models with both values, out of those of the slice. */
  considered: number;
  /** Members in order of cost; after each, models that score within the noise of it and cost no more. */
  members: readonly FrontMember[];
  /** How many models that are no member reach it within the noise. */
  close: number;
}

/** Most models within the noise that the list names for each member. */
export const mostClose = 3;

/** Whether a model has both values of a front. */
export const hasBoth = (row: Row, cost: Cost, gain: Gain): boolean =>
  Number(row[cost] ?? 0) > 0 && row[gain] !== null;

const usable = (models: readonly Row[], cost: Cost, gain: Gain) =>
  models.filter((row) => hasBoth(row, cost, gain));

const critical = normalQuantile(0.975);

/**
 * Whether a model gains as much as another within the noise: an average, if it lies at most `noise` points
 * lower; a benchmark, if the raw results differ by less than their binomial error allows at 95 %, because the
 * average of six has less noise than one of them.
 */
function reaches(model: Row, other: Row, gain: Gain, noise: number): boolean {
  if (Number(model[gain]) >= Number(other[gain])) return true;
  if (gain === 'average') return Number(model.average) >= Number(other.average) - noise;
  const [lower, higher] = [Number(model[`${gain}_raw`]), Number(other[`${gain}_raw`])];
  return binomialDifference(higher, lower, questions[gain]) < critical;
}

/**
 * The Pareto front of models by a cost, of which less is better, and a gain. A model is as good within noise as
 * a member if it costs no more and reaches its gain within the noise; the nearest few are listed after the
 * member. `noise` is that of the average, in points.
 */
export function frontOf(models: readonly Row[], cost: Cost, gain: Gain, noise: number): Front {
  const all = usable(models, cost, gain);
  const costOf = (row: Row) => Number(row[cost]);
  const gainOf = (row: Row) => Number(row[gain]);
  const front = paretoFrontier(all.map(costOf), all.map(gainOf)).map((index) => all[index]!);
  const onFront = new Set(front);
  const listed = new Set<Row>();
  const close = new Set<Row>();
  const members = front.flatMap((member) => {
    const near = all
      .filter(
        (row) => !onFront.has(row) && costOf(row) <= costOf(member) && reaches(row, member, gain, noise),
      )
      .sort((a, b) => gainOf(b) - gainOf(a) || Number(a.row) - Number(b.row));
    for (const row of near) close.add(row);
    const shown = near.filter((row) => !listed.has(row)).slice(0, mostClose);
    for (const row of shown) listed.add(row);
    return [{ model: member, member: true }, ...shown.map((model) => ({ model, member: false }))];
  });
  return { considered: all.length, members, close: close.size };
}

/** Doublings and points of the cells behind the front. */
const xStep = 1 / 2;
const yStep = 2.5;
/** Members whose names stand in the chart, and the points that keep two names apart. */
const mostNames = 6;
const nameGap = 5;

/**
 * Members to name: the best, then those that raise the front most, none too near another or one of `taken`, whose
 * names stand in any case, nor the outermost, left of which is no room.
 */
function named(front: readonly Row[], gain: Gain, taken: readonly Row[]): Set<Row> {
  const gainOf = (row: Row) => Number(row[gain]);
  const rise = (at: number) => gainOf(front[at]!) - gainOf(front[at - 1]!);
  const isFree = (row: Row, names: readonly Row[]) =>
    names.every((other) => Math.abs(gainOf(other) - gainOf(row)) >= nameGap);
  const chosen = front.slice(-1).filter((best) => isFree(best, taken));
  for (const at of [...front.keys()].slice(1).sort((a, b) => rise(b) - rise(a) || a - b)) {
    if (chosen.length >= mostNames) break;
    if (isFree(front[at]!, [...taken, ...chosen])) chosen.push(front[at]!);
  }
  return new Set(chosen);
}

/**
 * The rows of the plot: cells of all models, the front, and the models that are looked at: one by its name,
 * several, which have a legend, by their letters.
 */
export function frontRows(
  models: readonly Row[],
  front: Front,
  cost: Cost,
  gain: Gain,
  marked: readonly Row[],
): Row[] {
  const all = usable(models, cost, gain);
  const members = front.members.filter(({ member }) => member).map(({ model }) => model);
  const looked = usable(marked, cost, gain);
  // Letters leave room beside them.
  const names = named(members, gain, marked.length > 1 ? [] : looked);
  const nameOf = (row: Row) => String(row.model).split('/').at(-1)!;
  const letterOf = (row: Row) => comparedMarks[marked.indexOf(row)]!.letter;
  const point = (row: Row) => ({
    x: Number(row[cost]),
    y: Number(row[gain]),
    x2: null,
    y2: null,
    n: 1,
    model: String(row.model),
  });
  return [
    ...cells(
      all.map((row) => Math.log2(Number(row[cost]))),
      all.map((row) => Number(row[gain])),
      xStep,
      yStep,
    ).map(({ x0, x1, y0, y1, count }) => ({
      layer: 'cell',
      x: 2 ** x0,
      x2: 2 ** x1,
      y: y0,
      y2: y1,
      n: count,
      model: null,
      name: null,
      mark: null,
    })),
    ...members.map((row) => ({
      ...point(row),
      layer: 'front',
      name: names.has(row) ? nameOf(row) : null,
      mark: null,
    })),
    ...looked.map((row) => ({
      ...point(row),
      layer: 'marked',
      name: marked.length > 1 ? letterOf(row) : nameOf(row),
      mark: letterOf(row),
    })),
  ];
}
