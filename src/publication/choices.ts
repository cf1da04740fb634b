import { fields } from '../slice/fields.ts';
import { blankName, type NamesField } from '../slice/kinds/names.ts';
import type { Edition, Publication } from './publication.ts';

/** Models by name, case aside; under each name as it is written most often. */
function countNames({ models }: Edition, { column, also }: NamesField): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  const offered = new Set(models.flatMap((row) => String(row[column] ?? blankName).toLowerCase()));
  for (const row of models) {
    const names = [row[column] ?? blankName, ...also.flatMap((each) => row[each] ?? [])].map(String);
    for (const name of new Set(names)) {
      const key = name.toLowerCase();
      if (!offered.has(key)) continue;
      const spellings = counts.get(key) ?? new Map<string, number>();
      spellings.set(name, (spellings.get(name) ?? 0) + 1);
      counts.set(key, spellings);
    }
  }
  return counts;
}

const sum = (spellings: Map<string, number> | undefined) =>
  [...(spellings?.values() ?? [])].reduce((total, each) => total + each, 0);

/**
 * `data/choices.json`: the names that the filters of organisation, architecture, licence, root and lineage offer, each with
 * its number of models under both preparations, the most used first. `none` stands for a blank cell.
 */
export function choicesFile({ reviewed, prepared }: Publication): string {
  const lists = Object.values(fields).flatMap((field) => {
    if (field.kind !== 'names') return [];
    const [ours, theirs] = [countNames(reviewed, field), countNames(prepared, field)];
    const names = [...new Set([...ours.keys(), ...theirs.keys()])].map((key) => {
      const spellings = [...(ours.get(key) ?? theirs.get(key)!)].sort(
        ([a, m], [b, n]) => n - m || (a < b ? -1 : 1),
      );
      return [spellings[0]![0], sum(ours.get(key)), sum(theirs.get(key))] as const;
    });
    names.sort(([a, m, s], [b, n, t]) => n - m || t - s || (a < b ? -1 : 1));
    return [[field.key, names]];
  });
  return `${JSON.stringify({ columns: ['name', 'reviewed', 'prepared'], ...Object.fromEntries(lists) })}\n`;
}
