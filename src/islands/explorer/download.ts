import { describeSlice, preparationOf } from '../../slice/slice.ts';
import { preparationTitles } from '../../dataset/grouping.ts';
import { handOver } from '../hand-over.ts';
import { tableFile } from './table-file.ts';
import type { TableColumn } from './table-columns.ts';
import type { Answer } from './workbench.ts';

/** Hands the reader the rows of the table as a file. */
export function download({ rows, slice }: Answer, columns: readonly TableColumn[], order: string): void {
  const words = [...describeSlice(slice), preparationTitles[preparationOf(slice)].toLowerCase()].join(', ');
  const title = document.querySelector('meta[property="og:site_name"]')?.getAttribute('content') ?? '';
  const text = tableFile({ title, address: location.href, slice: words, order }, columns, rows);
  handOver(new Blob([text], { type: 'text/csv;charset=utf-8' }), 'models.csv');
}
