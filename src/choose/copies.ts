/** A model, and the one that it is a copy of, if it is one. */
interface Copied {
  model: string;
  copy_of: string | null;
}

/** Models in sets of copies, in the order of the first of each; the original leads its set if it is there. */
export function copySets<T extends Copied>(models: readonly T[]): [T, ...T[]][] {
  const sets = new Map<string, [T, ...T[]]>();
  for (const model of models) {
    const original = model.copy_of ?? model.model;
    const set = sets.get(original);
    if (!set) sets.set(original, [model]);
    else if (model.copy_of === null) set.unshift(model);
    else set.push(model);
  }
  return [...sets.values()];
}
