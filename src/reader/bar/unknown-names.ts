import type { Engine } from '../../engine/engine.ts';
import { fields } from '../../slice/fields.ts';
import { blankName } from '../../slice/kinds/names.ts';
import { currentName } from '../../slice/former-names.ts';
import { nearestQuery, type Nearest } from '../../slice/nearest.ts';
import { preparationOf, type Slice } from '../../slice/slice.ts';

/** A name of the slice that no model has, and the slice with the nearest name that some have in its place. */
export interface UnknownName {
  /** What the name should be one of, such as “organisation”. */
  what: string;
  name: string;
  nearest: Nearest | undefined;
  instead: Slice;
}

/** The names of a slice that the table does not hold, asked of all models of the slice's preparation. */
export async function unknownNames(
  opening: () => Promise<Engine>,
  slice: Slice,
  signal: AbortSignal,
): Promise<UnknownName[]> {
  const unknown: UnknownName[] = [];
  for (const field of Object.values(fields)) {
    if (field.kind !== 'names') continue;
    const key = field.key as 'organisation' | 'architecture' | 'license' | 'base' | 'lineage';
    for (const name of slice[key]) {
      if (name === blankName) continue;
      const engine = await opening();
      const now = key === 'base' || key === 'lineage' ? currentName(name) : name;
      const found = await Promise.all(
        [field.column, ...field.also].map((column) =>
          nearestQuery(column, now, preparationOf(slice)).askOf((sql) => engine.query(sql, signal)),
        ),
      );
      const row = found.flat().sort((a, b) => a.distance - b.distance)[0];
      if (row?.distance === 0) continue;
      // A name of which more than half differs is no help.
      const nearest = row && 2 * row.distance <= Math.max(row.name.length, now.length) ? row : undefined;
      const others = slice[key].filter((each) => each !== name);
      const instead = { ...slice, [key]: [...others, ...(nearest ? [nearest.name.toLowerCase()] : [])] };
      unknown.push({ what: field.noun, name, nearest, instead });
    }
  }
  return unknown;
}
