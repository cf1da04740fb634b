import { pageAddress } from '../reader/address.ts';
import { saveCsv } from '../reader/csv-zip.ts';
import { drawingFile, pictureFile, type DrawingWords } from '../reader/figure-menu/picture.ts';
import { handOver } from '../reader/hand-over.ts';
import { addressWithQuery } from '../reader/sql-address.ts';
import type { ResultColumn } from '../engine/result.ts';
import type { TextRow } from '../engine/reader-query.ts';
import { addressWithChart } from './chart-address.ts';
import type { ChartChoice } from './chart-choice.ts';
import { collectResult } from './result.ts';
import { describeResult, type ResultWords } from './result-file.ts';

/** A chart of a result and what it draws. */
interface SavedChart {
  x: string;
  y: string;
  choice: ChartChoice;
  /** The values that it draws, as the engine writes them. */
  texts: readonly TextRow[];
  columns: readonly ResultColumn[];
}

/** Past this a picture names the page without the query. */
const longestAddress = 400;

/** Hands the reader a chart as a file with what it is of; throws where none is drawn yet. */
export async function saveChart(
  format: 'png' | 'svg' | 'csv',
  svg: SVGSVGElement | null,
  chart: SavedChart,
  words: ResultWords,
): Promise<void> {
  if (format === 'csv') return saveValues(chart, words);
  if (!svg) throw new Error('no chart is drawn');
  const drawing = { svg, name: 'query-chart' };
  const told = wordsOf(chart, words);
  const content =
    format === 'svg'
      ? new Blob([drawingFile(drawing, told)], { type: 'image/svg+xml' })
      : await pictureFile(drawing, told);
  handOver(content, `query-chart.${format}`);
}

function wordsOf({ x, y, choice, texts }: SavedChart, { report, slice }: ResultWords): DrawingWords {
  const address = pageAddress();
  const short = addressWithChart(addressWithQuery(address, '')!, null);
  return {
    question: `${y} by ${x}`,
    takeaway: `${choice.form.label} of ${texts.length.toLocaleString('en')} values that a reader’s query answered.`,
    provenance: [
      `Slice: ${slice}.`,
      'Source: Open LLM Leaderboard, final release; tables of this report.',
      `${report}: ${address.length > longestAddress ? short : address}`,
    ],
  };
}

async function saveValues({ choice, texts, columns }: SavedChart, words: ResultWords): Promise<void> {
  const values = collectResult([columns[choice.x]!, columns[choice.y]!]);
  values.take(texts);
  const result = values.result(0);
  const rows = `${texts.length.toLocaleString('en')} values of a chart`;
  await saveCsv({ ...describeResult({ ...words, rows }, result), file: 'query-chart.csv' }, result.lines);
}
