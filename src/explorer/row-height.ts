import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { TableRow } from './queries.ts';
import { cellText, isNumeric, type TableColumn } from './table-columns.ts';
import { rowHeight } from './use-virtual-rows.ts';

// In letters of the usual size, in pixels, as the style sheet has them.
const usualLetters = 16;
const lineHeight = 17;
/** Room that a letter takes, with what is left over where a line breaks. */
const letter = 8;
/** Room beside the words of a cell, and beside a name what stands behind it. */
const beside = 24;
const besideName = 44;
const besideCaution = 60;

/** How many lines fit in a row of the usual height. */
const usualLines = 2;

/** How wide the columns are, in letters of the usual size, and how much larger the letters are. */
interface Laid {
  widths: readonly number[];
  scale: number;
}

/** The height of a row whose columns are so wide: of two lines, and more where its words need more. */
export function heightOfRow(row: TableRow, columns: readonly TableColumn[], { widths, scale }: Laid): number {
  const lines = columns.map((column, index) => {
    const width = widths[index];
    if (width === undefined || isNumeric(column)) return 1;
    const taken =
      index === 0 ? besideName + (row.caution === '' || row.caution === null ? 0 : besideCaution) : 0;
    return Math.ceil(
      (cellText(row[column.name], column).length * letter) / Math.max(letter, width - beside - taken),
    );
  });
  return scale * (rowHeight + lineHeight * Math.max(0, Math.max(...lines) - usualLines));
}

/** Tells the height of each row of a table by its words and by how wide its columns are now. */
export function useRowHeights(
  scroller: RefObject<HTMLElement | null>,
  rows: readonly TableRow[],
  columns: readonly TableColumn[],
): (index: number) => number {
  const [laid, setLaid] = useState<Laid>({ widths: [], scale: 1 });
  const names = columns.map(({ name }) => name).join();
  useLayoutEffect(() => {
    const look = () => {
      const scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / usualLetters;
      const heads = [...scroller.current!.querySelectorAll<HTMLElement>('thead th')];
      setLaid({ scale, widths: heads.map(({ offsetWidth }) => offsetWidth / scale) });
    };
    const size = new ResizeObserver(look);
    size.observe(scroller.current!);
    return () => size.disconnect();
  }, [names]);
  return useMemo(() => {
    const heights = rows.map((row) => heightOfRow(row, columns, laid));
    return (index: number) => heights[index] ?? rowHeight;
  }, [rows, names, laid]);
}
