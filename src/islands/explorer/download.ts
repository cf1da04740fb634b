import { describeSlice, preparationOf } from '../../slice/slice.ts';
import { preparationTitles } from '../../dataset/grouping.ts';
import { tableFile } from './table-file.ts';
import type { TableColumn } from './table-columns.ts';
import type { Answer } from './workbench.ts';

/** Hands the reader the rows of the table as a file. */
export function download({ rows, slice }: Answer, columns: readonly TableColumn[], order: string): void {
  const words = [...describeSlice(slice), preparationTitles[preparationOf(slice)].toLowerCase()].join(', ');
  const title = document.querySelector('meta[property="og:site_name"]')?.getAttribute('content') ?? '';
  const text = tableFile({ title, address: location.href, slice: words, order }, columns, rows);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = 'models.csv';
  link.click();
  // The browser reads the address after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
