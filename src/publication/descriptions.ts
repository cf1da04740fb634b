import type { Table } from '../dataset/column.ts';
import { csvwMetadata } from '../dataset/files/csvw.ts';
import { sourceUntil } from '../dataset/files/provenance.ts';
import { apostropheNote } from '../dataset/files/spreadsheet.ts';
import { allRuns, factTables, publishedModels } from '../dataset/tables.ts';

/** The tables that are published as files of their own, each with its description beside it. */
export const describedTables: readonly Table[] = [...factTables, publishedModels];

/** `data/<file>-metadata.json` of a table; `until` is the day of the last submission. */
export function tableDescription(
  { file, title, meaning, columns, key }: Table,
  until: string,
  report: string,
  address: string | null,
): string {
  if (file === undefined) throw new Error(`The table ${title} has no file.`);
  const computed = file === allRuns.file || file === publishedModels.file;
  return csvwMetadata({
    file,
    title,
    about: [meaning],
    source: computed
      ? sourceUntil(until)
      : 'Written by hand for this report; each line says what it rests on.',
    until,
    report,
    address,
    notes: computed ? [apostropheNote] : [],
    columns: Object.values(columns),
    key,
  });
}
