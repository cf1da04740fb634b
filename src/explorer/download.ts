import { preparationTitles } from '../dataset/grouping.ts';
import { report } from '../site/report.ts';
import { describeSlice, preparationOf } from '../slice/slice.ts';
import { pageAddress } from '../reader/address.ts';
import { handOver } from '../reader/hand-over.ts';
import { tableFile } from './table-file.ts';
import type { Column } from '../dataset/column.ts';
import { models } from './words.ts';
import type { Answer } from './workbench.ts';

/** What the file says besides what the page shows: the order of its rows, and the last day of the data. */
interface Told {
  order: string;
  until: string;
}

/** Hands the reader the rows of the table as a file. */
export function download({ rows, slice }: Answer, columns: readonly Column[], told: Told): void {
  const words = {
    ...told,
    counted: models(rows.length),
    preparation: preparationTitles[preparationOf(slice)],
    slice: describeSlice(slice),
    report: report.title,
    address: pageAddress(),
  };
  const text = tableFile(words, columns, rows);
  handOver(new Blob([text], { type: 'text/csv;charset=utf-8' }), 'models.csv');
}
