import type { Engine } from '../../engine/engine.ts';
import { countSql } from '../../slice/count.ts';
import type { Slice } from '../../slice/slice.ts';

/** Counts the models of a slice. */
export async function countModels(engine: Engine, slice: Slice, signal: AbortSignal): Promise<number> {
  const [row] = await engine.query<{ models: number }>(countSql(slice), signal);
  return row!.models;
}
