import { currentName, type Model } from './models.ts';
import { carries, nameKey, plainName } from './names.ts';
import { convertedCopies, farFromRoot, outside, type Outside } from './reviewed.ts';

/** Where a model comes from by the bases that are named. */
export interface Origin {
  /** Model at the end of the chain of named bases; null where the model names itself or nothing. */
  root: string | null;
  /** The nearest ancestor that is known to lie between the two. */
  parent: string | null;
  /** Whether the root is named, named by a former name, or found by following the bases of bases. */
  how: 'named' | 'renamed' | 'chain';
}

/** Whether sizes differ by more than half of the smaller one, which neither embeddings counted twice nor pruning do. */
const farApart = (a: number, b: number) => Math.max(a, b) > 1.5 * Math.min(a, b);

/**
 * The origin of every model, by its name. A root of quite another size than the model is asked about, and none where
 * it was found to be misnamed.
 * @throws Error where a base is neither in the table nor described, or where nobody looked at a root of another size.
 */
export function originsOf(models: readonly Model[]): Map<string, Origin> {
  const inside = new Map(models.map((model) => [nameKey(model.name), model]));
  const described = new Map(outside.map((entry) => [nameKey(entry.model), entry]));

  /** The model or the description behind a name, through names and copies of the same weights. */
  function find(name: string): Model | Outside {
    const named = currentName(name);
    const key = nameKey(convertedCopies.get(named) ?? named);
    const found = inside.get(key) ?? described.get(key);
    if (!found)
      throw new Error(
        `${name} is named as a base, is not in the table and is not described in identity/reviewed.ts`,
      );
    return 'same' in found && found.same ? find(found.same) : found;
  }
  const nameOf = (found: Model | Outside) => ('names' in found ? found.name : found.model);
  const nextOf = (found: Model | Outside) => ('names' in found ? found.base : (found.parent ?? null));

  const origins = new Map<string, Origin>();
  for (const model of models) {
    const chain: string[] = [];
    for (let base = model.base; base !== null;) {
      const found = find(base);
      const name = nameOf(found);
      if (name === model.name || chain.includes(name))
        throw new Error(`The bases of ${model.name} lead in a circle: ${[...chain, name].join(', ')}`);
      chain.push(name);
      base = nextOf(found);
    }
    const end = chain.at(-1);
    const size = end === undefined ? null : (inside.get(nameKey(end))?.size ?? null);
    const far = model.size !== null && size !== null && farApart(model.size, size);
    if (far && !farFromRoot.has(model.name))
      throw new Error(
        `${model.name} has ${model.size} billion parameters, and ${end}, its root, ${size}: say in identity/reviewed.ts whether it was made from it`,
      );
    if (far && farFromRoot.get(model.name) === 'misnamed') chain.length = 0;
    const root = chain.at(-1) ?? null;
    const literal = model.base !== null && root !== null && nameKey(model.base) === nameKey(root);
    const renamed =
      model.base !== null && root !== null && nameKey(currentName(model.base)) === nameKey(root);
    origins.set(model.name, {
      root,
      parent: chain.length > 1 ? chain[0]! : null,
      how: literal ? 'named' : renamed ? 'renamed' : 'chain',
    });
  }
  const officialByRoot = Map.groupBy(
    models.filter((model) => model.official && origins.get(model.name)!.root !== null),
    (model) => origins.get(model.name)!.root,
  );
  for (const model of models) {
    const origin = origins.get(model.name)!;
    if (origin.parent !== null || origin.root === null) continue;
    const carried = (officialByRoot.get(origin.root) ?? []).filter(
      (other) =>
        other !== model &&
        (other.day === null || model.day === null || other.day <= model.day) &&
        plainName(other.name) !== plainName(origin.root!) &&
        carries(model.name, other.name),
    );
    const longest = carried.toSorted((a, b) => plainName(b.name).length - plainName(a.name).length)[0];
    if (longest && plainName(longest.name) !== plainName(model.name)) origin.parent = longest.name;
  }
  return origins;
}
