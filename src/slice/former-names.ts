import { renames } from '../dataset/identity/renames.ts';
import type { Slice } from './slice.ts';

const now = new Map(renames.map(({ former, now }) => [former.toLowerCase(), now.toLowerCase()]));

const hub = /^(?:https?:\/\/)?(?:(?:www\.)?huggingface\.co|hf\.co)\//;

/** The name under which a model stands in the table, from a former one or from its address on the Hub; case aside. */
export function currentName(name: string): string {
  const bare = name.replace(hub, '').replace(/\/(?:tree\/.*)?$/, '');
  return now.get(bare) ?? bare;
}

/** A slice that names models as the table does. */
export const withCurrentNames = (slice: Slice): Slice =>
  slice.base.length + slice.lineage.length === 0
    ? slice
    : { ...slice, base: slice.base.map(currentName), lineage: slice.lineage.map(currentName) };
