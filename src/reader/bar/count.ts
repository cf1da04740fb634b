import type { Engine } from '../../engine/engine.ts';
import { countQuery } from '../../slice/count.ts';
import type { Slice } from '../../slice/slice.ts';

/** Counts the models of a slice. */
export async function countModels(engine: Engine, slice: Slice, signal: AbortSignal): Promise<number> {
  const [row] = await countQuery(slice).askOf((sql) => engine.query(sql, signal));
  return row!.models;
}
