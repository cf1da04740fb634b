import type { Column } from '../dataset/column.ts';
import { csvFile } from '../dataset/csv.ts';
import { preparationTitles } from '../dataset/grouping.ts';
import { report } from '../site/report.ts';
import { describeSlice, preparationOf } from '../slice/slice.ts';
import { pageAddress } from '../reader/address.ts';
import { saveCsv } from '../reader/csv-zip.ts';
import { describeTable } from './table-file.ts';
import { models, withinWords } from './words.ts';
import type { Answer } from './answer.ts';

/** What the file says besides what the page shows: the order of its rows, and the last day of the data. */
interface Told {
  order: string;
  until: string;
}

/** Hands the reader the rows of the table as a file, with its description. */
export function download(
  { rows, slice, options: { within } }: Answer,
  columns: readonly Column[],
  told: Told,
): Promise<string> {
  const words = {
    ...told,
    counted: models(rows.length),
    preparation: preparationTitles[preparationOf(slice)],
    slice: [...describeSlice(slice), ...(within ? [withinWords(within)] : [])],
    report: report.title,
    address: pageAddress(),
  };
  const text = csvFile(
    columns.map(({ name }) => name),
    rows,
  );
  return saveCsv(describeTable(words, columns), new Blob([text]));
}
