import type { UnknownName } from '../engine/unknown-name.ts';
import { editDistance } from './edit-distance.ts';

/** Names of the columns of each table that a query can ask. */
export type TableColumns = Readonly<Record<string, readonly string[]>>;

const mostNames = 3;

/** The tables of the report that a query names. */
function tablesIn(query: string, tables: TableColumns): string[] {
  const words = new Set(query.toLowerCase().match(/[\p{L}\p{N}_]+/gu));
  return Object.keys(tables).filter((name) => words.has(name));
}

function namesFor({ kind }: UnknownName, query: string, tables: TableColumns): readonly string[] {
  if (kind === 'table') return Object.keys(tables);
  const asked = tablesIn(query, tables);
  return kind === 'column' ? asked.flatMap((name) => tables[name]!) : asked;
}

/**
 * Names that may be meant by one that the engine does not know, the nearest first: tables of the report, or
 * columns of those that the query names, and only where at most a third of the letters is wrong.
 */
export function meantNames(unknown: UnknownName, query: string, tables: TableColumns): string[] {
  const written = unknown.name.toLowerCase();
  const most = Math.max(1, Math.floor(written.length / 3));
  return [...new Set(namesFor(unknown, query, tables))]
    .map((name) => ({ name, distance: editDistance(written, name) }))
    .filter(({ distance }) => distance > 0 && distance <= most)
    .sort((one, other) => one.distance - other.distance)
    .slice(0, mostNames)
    .map(({ name }) => name);
}
