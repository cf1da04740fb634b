import { effectiveQuestions } from '../dataset/questions.ts';
import { cautionOf } from '../figures/parts/cautioned.ts';
import { cells } from '../figures/parts/cells.ts';
import { binomialDifference } from '../statistics/methods/binomial-difference.ts';
import { normalQuantile } from '../statistics/methods/normal.ts';
import { comparedMarks } from '../figures/plots/compared.ts';
import { paretoFrontier } from '../statistics/methods/pareto.ts';
import { leadOf, withTests, type Lead, type Marks } from '../choose/by-test.ts';
import { copySets } from '../choose/copies.ts';
import { alike } from '../choose/criteria.ts';
import { permits, type LicenceAsked } from '../choose/licences.ts';
import { memoryOf } from '../choose/memory.ts';
import { originsOf } from '../choose/roots.ts';
import { bestGroup, type Behind } from '../statistics/methods/best-group.ts';
import { scoreVariance } from '../statistics/methods/score-error.ts';
import { averageVariance } from '../statistics/named/average-error.ts';
import type { Choice, Cost, Gain } from './address.ts';
import { errorsOf } from './difference.ts';
import type { TableModel } from './model-table.ts';

/**
 * The models that take no more than a memory at so many bits, one without a size any, that have the licence that is
 * asked for, that are still on the Hub, and that have no caution where these are left out. Where all of them are gone they are kept: a slice may ask for these. `all`
 * are those of the table, among which the roots are.
 */
export function fitting(
  models: readonly TableModel[],
  {
    memory,
    bits,
    licence,
    onHub,
    withoutCautioned,
  }: Pick<Choice, 'memory' | 'bits' | 'licence' | 'onHub' | 'withoutCautioned'>,
  all: readonly TableModel[],
): readonly TableModel[] {
  const there = onHub ? models.filter(({ on_hub }) => on_hub) : models;
  const kept = there.length === 0 ? models : there;
  const sure = withoutCautioned ? kept.filter(({ caution }) => caution === null) : kept;
  const free = licence === 'any' ? sure : sure.filter(licensed(all, licence));
  return memory === null
    ? free
    : free.filter(({ parameters_b }) => parameters_b > 0 && memoryOf(parameters_b, bits) <= memory);
}

/** Whether a model has the licence that is asked for, as the page of a machine asks it. */
function licensed(all: readonly TableModel[], licence: LicenceAsked): (model: TableModel) => boolean {
  const origins = new Map(originsOf(all).map((origin, at) => [all[at]!.row, origin]));
  return ({ row, license }) => permits[licence]({ license, ...origins.get(row)! });
}

/** A model that cannot be told from the best, with what single tests say of the two where all six are weighed. */
type Tied = { model: TableModel } & Behind & Marks;

/** The best of some models, and those that cannot be told from it. */
export interface Ties {
  best: TableModel;
  others: readonly Tied[];
  /** How many the best is compared with. */
  compared: number;
  /** The test that decides the first place, if one does. */
  lead?: Lead<{ model: TableModel }>;
}

/** The best of models by a gain with all that the questions cannot tell from it, copies aside; undefined for none. */
export function tiesOf(models: readonly TableModel[], gain: Gain): Ties | undefined {
  const [first, ...rest] = copySets(models)
    .map(([model]) => ({
      model,
      candidate: { scores: model, errors: errorsOf(model) },
      score: model[gain],
      error: Math.sqrt(
        gain === 'average' ? averageVariance(model) : scoreVariance(gain, model[`${gain}_raw`]),
      ),
    }))
    .sort((a, b) => b.score - a.score || a.model.row - b.model.row);
  if (!first) return undefined;
  const { group, told } = bestGroup([first, ...rest]);
  const isMean = gain === 'average';
  const [best, ...others] = isMean ? withTests(group, alike) : group;
  const lead = isMean ? leadOf(group, [...group, ...told], alike) : undefined;
  return { best: best.model, others, compared: rest.length, ...(lead && { lead }) };
}

/** What tells how many points of the average are noise. */
export const noiseStatistic = 'noise.same.average.p90';

/** A model of the front, or one that reaches it within the noise. */
export interface FrontMember {
  model: TableModel;
  /** Whether it is on the front itself. */
  member: boolean;
  /** Models that are copies of it. */
  copies: readonly TableModel[];
}

export interface Front {
  /** Models with both values, out of those of the slice, copies aside. */
  considered: number;
  /** Members in order of cost; after each, models that score within the noise of it and cost no more. */
  members: readonly FrontMember[];
  /** How many models that are no member reach it within the noise. */
  close: number;
}

/** Most models within the noise that the list names for each member. */
export const mostClose = 3;

/** A model with its copies, and with what it costs and gains. */
interface Weighed {
  model: TableModel;
  copies: readonly TableModel[];
  cost: number;
  gain: number;
}

/** Whether a model has the cost of a front; none lacks the gain. */
export const hasCost = (model: TableModel, cost: Cost): boolean => (model[cost] ?? 0) > 0;

/** Models by a cost and a gain, one of each set of copies, but those without the cost, of which none is nothing. */
const weighed = (models: readonly TableModel[], cost: Cost, gain: Gain): Weighed[] =>
  copySets(models.filter((model) => hasCost(model, cost))).map(([model, ...copies]) => ({
    model,
    copies,
    cost: model[cost]!,
    gain: model[gain],
  }));

const critical = normalQuantile(0.975);

/**
 * Whether a model gains as much as another within the noise: an average, if it lies at most `noise` points
 * lower; a benchmark, if the raw results differ by less than their binomial error allows at 95 %, because the
 * average of six has less noise than one of them.
 */
function reaches(model: TableModel, other: TableModel, gain: Gain, noise: number): boolean {
  if (model[gain] >= other[gain]) return true;
  if (gain === 'average') return model.average >= other.average - noise;
  return binomialDifference(other[`${gain}_raw`], model[`${gain}_raw`], effectiveQuestions[gain]) < critical;
}

/**
 * The Pareto front of models by a cost, of which less is better, and a gain. A model is as good within noise as
 * a member if it costs no more and reaches its gain within the noise; the nearest few are listed after the
 * member. `noise` is that of the average, in points.
 */
export function frontOf(models: readonly TableModel[], cost: Cost, gain: Gain, noise: number): Front {
  const all = weighed(models, cost, gain);
  const front = paretoFrontier(
    all.map((each) => each.cost),
    all.map((each) => each.gain),
  ).map((index) => all[index]!);
  const onFront = new Set(front);
  const listed = new Set<Weighed>();
  const close = new Set<Weighed>();
  const members = front.flatMap((member) => {
    const near = all
      .filter(
        (each) =>
          !onFront.has(each) && each.cost <= member.cost && reaches(each.model, member.model, gain, noise),
      )
      .sort((a, b) => b.gain - a.gain || a.model.row - b.model.row);
    for (const each of near) close.add(each);
    const shown = near.filter((each) => !listed.has(each)).slice(0, mostClose);
    for (const each of shown) listed.add(each);
    return [member, ...shown].map((each) => ({
      model: each.model,
      member: each === member,
      copies: each.copies,
    }));
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
function named(front: readonly Weighed[], taken: readonly Weighed[]): Set<Weighed> {
  const rise = (at: number) => front[at]!.gain - front[at - 1]!.gain;
  const isFree = ({ gain }: Weighed, names: readonly Weighed[]) =>
    names.every((other) => Math.abs(other.gain - gain) >= nameGap);
  const chosen = front.slice(-1).filter((best) => isFree(best, taken));
  for (const at of [...front.keys()].slice(1).sort((a, b) => rise(b) - rise(a) || a - b)) {
    if (chosen.length >= mostNames) break;
    if (isFree(front[at]!, [...taken, ...chosen])) chosen.push(front[at]!);
  }
  return new Set(chosen);
}

/** Whether a cost is carbon. */
export const isCarbon = (cost: Cost): boolean => cost === 'co2_kg' || cost === 'co2_step_corrected_kg';

/** The front of carbon as it is recorded, which stands behind that of step-corrected carbon; none behind another. */
function recordedFront(models: readonly TableModel[], cost: Cost, gain: Gain): Weighed[] {
  if (cost !== 'co2_step_corrected_kg') return [];
  const all = weighed(models, 'co2_kg', gain);
  return paretoFrontier(
    all.map((each) => each.cost),
    all.map((each) => each.gain),
  ).map((at) => all[at]!);
}

/** A row of the plot; `name` is what stands at it. */
type FrontRow = {
  layer: 'cell' | 'recorded' | 'front' | 'marked';
  x: number;
  x2: number | null;
  y: number;
  y2: number | null;
  n: number;
  model: string | null;
  caution: string | null;
  name: string | null;
  mark: string | null;
};

/**
 * The rows of the plot: cells of all models, the front, behind that of step-corrected carbon the one of carbon as
 * recorded, and the models that are looked at: one by its name, several, which have a legend, by their letters.
 */
export function frontRows(
  models: readonly TableModel[],
  front: Front,
  cost: Cost,
  gain: Gain,
  marked: readonly TableModel[],
): FrontRow[] {
  const all = weighed(models, cost, gain);
  const members = weighed(
    front.members.filter(({ member }) => member).map(({ model }) => model),
    cost,
    gain,
  );
  // A copy that is looked at stands beside its original.
  const looked = marked.flatMap((model) => weighed([model], cost, gain));
  // Letters leave room beside them.
  const names = named(members, marked.length > 1 ? [] : looked);
  const nameOf = ({ model }: Weighed) => model.model.split('/').at(-1)!;
  const letterOf = ({ model }: Weighed) => comparedMarks[marked.indexOf(model)]!.letter;
  const point = (each: Weighed) => ({
    x: each.cost,
    y: each.gain,
    x2: null,
    y2: null,
    n: 1,
    model: each.model.model,
    caution: cautionOf(each.model.caution),
  });
  return [
    ...cells(
      all.map((each) => Math.log2(each.cost)),
      all.map((each) => each.gain),
      xStep,
      yStep,
    ).map(({ x0, x1, y0, y1, count }) => ({
      layer: 'cell' as const,
      x: 2 ** x0,
      x2: 2 ** x1,
      y: y0,
      y2: y1,
      n: count,
      model: null,
      caution: null,
      name: null,
      mark: null,
    })),
    ...recordedFront(models, cost, gain).map((each) => ({
      ...point(each),
      layer: 'recorded' as const,
      name: null,
      mark: null,
    })),
    ...members.map((each) => ({
      ...point(each),
      layer: 'front' as const,
      name: names.has(each) ? nameOf(each) : null,
      mark: null,
    })),
    ...looked.map((each) => ({
      ...point(each),
      layer: 'marked' as const,
      name: marked.length > 1 ? letterOf(each) : nameOf(each),
      mark: letterOf(each),
    })),
  ];
}
