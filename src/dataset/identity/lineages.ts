import type { IdentityMethod } from './methods.ts';
import type { Model } from './models.ts';
import { carries, plainName } from './names.ts';
import {
  alsoPretrained,
  families,
  layers,
  makersOfTunes,
  notPretrained,
  otherForms,
  pages,
  readInTable,
  releases,
} from './pretrained.ts';
import { outside } from './reviewed.ts';
import type { Origin } from './roots.ts';

export interface Lineage {
  /** Name of a pretrained model, or architecture and size where none can be told. */
  lineage: string;
  method: IdentityMethod;
}

/** Whether a model is a pretrained one, which descends from no other. */
export function isPretrained(model: Model, origin: Origin): boolean {
  if (alsoPretrained.has(model.name)) return true;
  const maker = model.name.split('/')[0]!;
  return (
    origin.root === null &&
    model.runs.some((run) => run.type === 'pretrained') &&
    !model.merge &&
    !notPretrained.has(model.name) &&
    !makersOfTunes.has(maker)
  );
}

/** Sizes that differ by no more than this share are one: added tokens, and rounding. */
const tolerance = 0.01;
const alike = (a: number, b: number) => Math.abs(a / b - 1) <= tolerance;

/** What sizes in billions, given to three decimals, are off by at most when one is taken from the other. */
const rounding = 0.0015;
const exactly = (a: number, b: number) => Math.abs(a - b) <= rounding;

/** The forms that models of a pretrained one are uploaded in. */
const formsOf = ({ name, architecture, size }: Model) => [
  { architecture, size },
  ...(otherForms[name] ?? []).map((form) => ({ architecture, ...form })),
];

/** Whether a model has the architecture of another in one of its forms, and that form's size, compared as asked. */
const hasForm = (model: Model, other: Model, matches: (size: number, form: number) => boolean): boolean =>
  model.size !== null &&
  formsOf(other).some(
    ({ architecture, size }) =>
      size !== null &&
      matches(model.size!, size) &&
      (architecture === model.architecture || model.architecture === null),
  );

/** Whether a model has the architecture and the size of another. */
const fits = (model: Model, other: Model) => hasForm(model, other, alike);

/** Whether a model has the layers of another and some of them again, to the last digit of its size. */
function isStackOf(model: Model, other: Model): boolean {
  const layer = layers[other.name];
  return (
    layer !== undefined &&
    hasForm(model, other, (size, form) => {
      const more = Math.round((size - form) / layer);
      return more > 0 && exactly(size, form + more * layer);
    })
  );
}

/** Whether its submitter calls it a merge; the tag of its page alone, which tunes have too, does not count. */
const isCalledMerge = ({ runs }: Model) => runs[0]!.type === 'merge';

/** Architecture and size, to two digits, of a model whose pretrained one cannot be told. */
const shapeOf = ({ architecture, size }: Model): string =>
  `${architecture ?? 'Unknown'} ${size === null ? 'of unknown size' : `${Number(size.toPrecision(2))}B`}`;

/** Whether the name of a model says a family, and none of those of another. */
function contradicts({ name }: Model, other: Model): boolean {
  const familiesOf = (of: string) => families.filter((family) => family.test(plainName(of)));
  const said = familiesOf(name);
  return said.length > 0 && !familiesOf(other.name).some((family) => said.includes(family));
}

/** The lineage of every model, by its name; `originals` has the original of each that is a copy. */
export function lineagesOf(
  models: readonly Model[],
  origins: ReadonlyMap<string, Origin>,
  originals: ReadonlyMap<string, string>,
): Map<string, Lineage> {
  const byName = new Map(models.map((model) => [model.name, model]));
  const described = new Map(outside.map((entry) => [entry.model, entry]));
  const pretrained = models.filter(
    (model) => !(model.name in pages) && isPretrained(model, origins.get(model.name)!),
  );
  const found = new Map<string, Lineage>(
    pretrained.map(({ name }) => [name, { lineage: name, method: 'own' }]),
  );

  const before = (other: Model, model: Model) =>
    other.day === null || model.day === null || other.day <= model.day;

  // Official models with a known lineage lend it to those that carry their whole name.
  const lenders = models.filter((model) => model.official || found.has(model.name));

  function lineageOf(model: Model): Lineage {
    const known = found.get(model.name);
    if (known) return known;
    const page = pages[model.name];
    const read = readInTable[model.name];
    const lineage =
      page !== undefined
        ? { lineage: byName.has(page) ? lineageOf(byName.get(page)!).lineage : page, method: 'page' as const }
        : read !== undefined
          ? { lineage: read.lineage ?? shapeOf(model), method: read.method }
          : (ofRoot(model) ??
            (isCalledMerge(model) ? null : ofName(model)) ??
            ofOriginal(model) ??
            ofShape(model));
    found.set(model.name, lineage);
    return lineage;
  }

  function ofRoot(model: Model): Lineage | null {
    const { root, how } = origins.get(model.name)!;
    if (root === null) return null;
    const inside = byName.get(root);
    if (!inside) {
      const lineage = described.get(root)?.lineage;
      return lineage === undefined
        ? null
        : { lineage: byName.has(lineage) ? lineageOf(byName.get(lineage)!).lineage : lineage, method: how };
    }
    const of = lineageOf(inside);
    return { lineage: of.lineage, method: of.method === 'own' || of.method === 'page' ? how : of.method };
  }

  function ofName(model: Model): Lineage | null {
    const carried = lenders
      .filter(
        (other) =>
          other !== model &&
          before(other, model) &&
          carries(model.name, other.name) &&
          plainName(other.name).length < plainName(model.name).length + (other.official ? 1 : 0) &&
          (fits(model, other) || lineageFits(model, other)),
      )
      .toSorted((a, b) => plainName(b.name).length - plainName(a.name).length);
    for (const other of carried) {
      if (plainName(other.name) === plainName(model.name) && !found.has(other.name)) continue;
      const of = lineageOf(other);
      if (of.method !== 'assumed') return { lineage: of.lineage, method: 'name' };
    }
    const released = pretrained.filter(
      (other) =>
        (fits(model, other) || isStackOf(model, other)) &&
        before(other, model) &&
        releases[other.name]?.test(plainName(model.name)),
    );
    return released.length === 1 ? { lineage: released[0]!.name, method: 'name' } : null;
  }

  /** Copies have the weights of their original, and so its lineage. */
  function ofOriginal(model: Model): Lineage | null {
    const original = originals.get(model.name);
    if (original === undefined) return null;
    const of = lineageOf(byName.get(original)!);
    return { lineage: of.lineage, method: of.method === 'assumed' ? 'assumed' : 'copy' };
  }

  const lineageFits = (model: Model, other: Model) => {
    const of = found.get(other.name);
    const end = of && byName.get(of.lineage);
    return end !== undefined && (fits(model, end) || isStackOf(model, end));
  };

  function ofShape(model: Model): Lineage {
    const candidates = pretrained.filter(
      (other) =>
        fits(model, other) &&
        model.architecture !== null &&
        before(other, model) &&
        !contradicts(model, other),
    );
    // Of several within the tolerance, the one that has the very size.
    const exact = candidates.filter((other) => hasForm(model, other, exactly));
    const [end, ...more] = candidates.length > 1 ? exact : candidates;
    return { lineage: end && more.length === 0 ? end.name : shapeOf(model), method: 'assumed' };
  }

  for (const model of [...lenders, ...models]) lineageOf(model);
  return found;
}
