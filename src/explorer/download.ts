import { csvFile } from '../dataset/csv.ts';
import { preparationTitles } from '../dataset/grouping.ts';
import { report } from '../site/report.ts';
import { describeSlice, preparationOf } from '../slice/slice.ts';
import { pageAddress } from '../reader/address.ts';
import { saveCsv } from '../reader/csv-zip.ts';
import { describeTable } from './table-file.ts';
import { shownInFile } from './file-columns.ts';
import { nameColumn, shownColumns, tableColumns } from './table-columns.ts';
import { models, ownWords } from './words.ts';
import type { Workbench } from './workbench.ts';

/** What the file says besides what the page shows: the order of its rows, and the last day of the data. */
interface Told {
  order: string;
  until: string;
}

/** Which columns a file holds: those that the page shows, on its axes too, or all. */
export type FileColumns = 'shown' | 'all';

/** Hands the reader the models of the table as a file with those columns, and with its description. */
export async function download(
  bench: Pick<Workbench, 'rowsWith' | 'options' | 'slice'>,
  which: FileColumns,
  told: Told,
): Promise<string> {
  const names =
    which === 'all' ? tableColumns.map(({ name }) => name) : shownInFile(bench.options, bench.slice());
  const chosen = names.filter((name) => name !== nameColumn);
  const { answer, rows } = await bench.rowsWith(chosen);
  const { slice, options } = answer;
  const columns = shownColumns(chosen);
  const words = {
    ...told,
    counted: models(rows.length),
    preparation: preparationTitles[preparationOf(slice)],
    slice: [...describeSlice(slice), ...ownWords(options)],
    report: report.title,
    address: pageAddress(),
  };
  const text = csvFile(
    columns.map(({ name }) => name),
    rows,
  );
  return saveCsv(describeTable(words, columns), new Blob([text]));
}
