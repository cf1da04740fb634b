import type { TextRow } from '../engine/reader-query.ts';
import type { ColumnKind } from './column-kind.ts';

/** The forms of a quick chart, with the kinds of column that its x can be; its y is always a number. */
export const chartForms = [
  { id: 'bars', label: 'Bars', x: ['text', 'day', 'number'], most: 60 },
  { id: 'line', label: 'Line', x: ['day', 'number'], most: 5000 },
  { id: 'points', label: 'Points', x: ['number', 'day'], most: 5000 },
] as const satisfies readonly { id: string; label: string; x: readonly ColumnKind[]; most: number }[];
export type ChartForm = (typeof chartForms)[number];

/** What a quick chart shows: its form and the positions of its columns. */
export interface ChartChoice {
  form: ChartForm;
  x: number;
  y: number;
}

const takes = (form: ChartForm, kind: ColumnKind | undefined) =>
  kind !== undefined && (form.x as readonly ColumnKind[]).includes(kind);

/** Positions of the columns that x can be in a form. */
export const xColumns = (form: ChartForm, kinds: readonly ColumnKind[]): number[] =>
  kinds.flatMap((kind, index) => (takes(form, kind) ? [index] : []));

/** Positions of the columns that y can be. */
export const yColumns = (kinds: readonly ColumnKind[]): number[] =>
  kinds.flatMap((kind, index) => (kind === 'number' ? [index] : []));

/**
 * The chart that suits the columns of a result: days make a line, text makes bars, two columns of numbers make
 * points. Null where no column of numbers stands beside another that can be drawn.
 */
export function chooseChart(kinds: readonly ColumnKind[]): ChartChoice | null {
  const [bars, line, points] = chartForms;
  const first = (kind: ColumnKind) => kinds.indexOf(kind);
  const y = first('number');
  if (y < 0) return null;
  if (first('day') >= 0) return { form: line, x: first('day'), y };
  if (first('text') >= 0) return { form: bars, x: first('text'), y };
  const second = yColumns(kinds)[1];
  return second === undefined ? null : { form: points, x: y, y: second };
}

/** The choice with another form, with an x that the form can take; null where there is none. */
export function withForm(
  choice: ChartChoice,
  form: ChartForm,
  kinds: readonly ColumnKind[],
): ChartChoice | null {
  if (takes(form, kinds[choice.x])) return { ...choice, form };
  const others = xColumns(form, kinds);
  const x = others.find((index) => index !== choice.y);
  return x === undefined ? null : { ...choice, form, x };
}

/** Name of the compiled chart: a form whose x is days or numbers is drawn on another axis. */
export function plotOf({ form, x }: ChartChoice, kinds: readonly ColumnKind[]): string {
  if (form.id === 'bars') return 'query-bars';
  return `query-${form.id}-${kinds[x] === 'day' ? 'day' : 'number'}`;
}

/** What an address says of a chart: the name of its form and the positions of its columns. */
export interface NamedChart {
  form: ChartForm['id'];
  x: number;
  y: number;
}

/** The choice that an address names; null where the columns of the result do not allow it. */
export function choiceNamed(
  { form: id, x, y }: NamedChart,
  kinds: readonly ColumnKind[],
): ChartChoice | null {
  const form = chartForms.find((each) => each.id === id)!;
  return takes(form, kinds[x]) && kinds[y] === 'number' && x !== y ? { form, x, y } : null;
}

/**
 * The rows of a chart with their texts in the result, and how many it leaves out: those past its limit and those
 * without a value.
 */
export function chartRows(
  { form, x, y }: ChartChoice,
  kinds: readonly ColumnKind[],
  rows: readonly TextRow[],
): { rows: { x: string | number; y: number }[]; texts: TextRow[]; left: number } {
  const value = (text: string, kind: ColumnKind | undefined) => {
    if (form.id === 'bars') return text;
    return kind === 'day'
      ? Date.parse(text.length === 10 ? text : `${text.replace(' ', 'T').slice(0, 19)}Z`)
      : Number(text);
  };
  const drawn: { x: string | number; y: number }[] = [];
  const texts: TextRow[] = [];
  for (const row of rows) {
    if (drawn.length === form.most) break;
    const [xText, yText] = [row[x], row[y]];
    if (xText == null || yText == null) continue;
    const point = { x: value(xText, kinds[x]), y: Number(yText) };
    if (!Number.isFinite(point.y) || (typeof point.x === 'number' && !Number.isFinite(point.x))) continue;
    drawn.push(point);
    texts.push([xText, yText]);
  }
  return { rows: drawn, texts, left: rows.length - drawn.length };
}
