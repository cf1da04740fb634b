import type { TableModel } from '../finder/model-table.ts';
import { isFree } from './licences.ts';

/** Where a model comes from, as far as its licence goes. */
export interface Origin {
  /** Whether it descends from no other model. */
  isRoot: boolean;
  /** The model whose licence binds it besides its own; null for a root, and where it is not known. */
  root: string | null;
  /** The licence of that model; null where it is not known. */
  root_license: string | null;
}

type Descended = Pick<TableModel, 'identity' | 'lineage' | 'root' | 'parent' | 'license' | 'model'>;

/** “unknown” is a word of the Hub for a licence that its page does not name. */
const licenceOf = (model: Descended | undefined): string | null =>
  model === undefined || model.license === null || model.license === '' || model.license === 'unknown'
    ? null
    : model.license;

/**
 * The origin of each of some models. Of its root and its parent, as its page or its name says them, and of the
 * pretrained model at the end of these, the one that binds it most: first one whose licence is not free, then one whose
 * licence is not known, else its root. Where no such model is named, or the table does not lead from it to a pretrained one, nothing is known: a lineage that is inferred
 * from architecture and size settles no licence.
 */
export function originsOf(models: readonly Descended[]): Origin[] {
  // Later entries of a map win, so the first row comes last.
  const first = new Map(models.map((model) => [model.identity, model] as const).reverse());
  return models.map((model): Origin => {
    const { identity, lineage, root, parent } = model;
    if (lineage === identity) return { isRoot: true, root: null, root_license: null };
    const end = first.get(lineage);
    const names = [...new Set([root, parent])].filter(
      (name): name is string => name !== null && name !== identity,
    );
    const known = [...new Set([...names, ...(end ? [lineage] : [])])].map((name) => ({
      root: name,
      root_license: licenceOf(first.get(name)),
    }));
    const bound = known.find(({ root_license }) => root_license !== null && !isFree(root_license));
    const open = known.find(({ root_license }) => root_license === null);
    if (names.length === 0 || (!bound && end?.lineage !== lineage))
      return { isRoot: false, root: null, root_license: null };
    return { isRoot: false, ...(bound ?? open ?? known[0]!) };
  });
}

/** The licence of a model, and that of the model whose licence binds it as well. */
export function licenceWords({
  license,
  isRoot,
  root,
  root_license,
}: Origin & { license: string | null }): string {
  const own = license === null || license === '' ? 'no licence given' : license;
  if (isRoot) return own;
  if (root === null) return `${own}; root not known`;
  if (root_license === null) return `${own}; that of ${root} not known`;
  if (root_license === license) return `${own}, the same as ${root}`;
  return `${own}, ${isFree(root_license) ? 'and' : 'but'} ${root_license} of ${root}`;
}
