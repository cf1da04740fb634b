import type { TopLevelSpec } from 'vega-lite';
import type { Query } from '../dataset/select.ts';
import type { Row } from '../engine/engine.ts';
import type { Stepwise } from '../statistics/methods/stepwise.ts';
import type { Unit } from '../statistics/statistic.ts';

/** The drawings of a figure: across the text column, on a phone and, of a wide one, across the margin as well. */
export type Drawing = 'desktop' | 'phone' | 'wide';

/** A column of the rows that a figure draws, for its table and its CSV. */
export interface FigureColumn {
  name: string;
  title: string;
  /** How a number is written in the table; text and plain counts need none. */
  unit?: Unit;
  /** The column names models of the Hub: its cells and the marks of its rows lead there. */
  model?: true;
}

/** A plot of the explorer: two columns of models and what colours the dots. */
export interface ExplorerPlot {
  x: string;
  y: string;
  colour: string;
}

/** A question with an answer that can be drawn. One file per figure. */
export interface Figure {
  id: string;
  /** The question that the figure answers, as its title. */
  question: string;
  /** Numbers of the seed's figures that this one replicates. */
  seed?: readonly number[];
  /** One fully ordered SELECT over the views of the slice, every column cast. */
  sql: string;
  /** What takes long of `derive`, to be computed in steps before. */
  ahead?(rows: readonly Row[]): Stepwise<unknown>;
  /** The rows that are drawn, from the rows of the query: pure and deterministic. */
  derive(rows: readonly Row[]): Row[];
  columns: readonly FigureColumn[];
  /** How many models, runs or pairs stand behind the drawn rows. */
  n(rows: readonly Row[]): number;
  /** What `n` counts. */
  counts: 'models' | 'runs' | 'pairs';
  /** Fewest that the figure is drawn for. */
  minimum: number;
  /** The chart as Vega-Lite over a data set named `rows`; it does not depend on the rows. */
  spec(drawing: Drawing): TopLevelSpec;
  /** The answer in one sentence, computed from the drawn rows. */
  takeaway(rows: readonly Row[]): string;
  /** What a reader who cannot see the chart needs: what is drawn and what it shows. */
  alt(rows: readonly Row[]): string;
  /** How to read the marks and how the numbers were made. */
  notes: string;
  /** Whether it gains by reaching across the margin, where the page has one of some width. */
  wide?: true;
  /** The plot of the explorer that shows the models behind the figure, where one does. */
  explore?: ExplorerPlot;
  /** Drawn when the report is built and never for a slice, where the published drawing stays and says so. */
  publishedOnly?: true;
}

/** The drawings that a figure has. */
export const drawingsOf = ({ wide }: Pick<Figure, 'wide'>): readonly Drawing[] =>
  wide ? ['desktop', 'phone', 'wide'] : ['desktop', 'phone'];

/** Names of the columns of a row, whichever of several kinds it is. */
type ColumnsOf<D> = D extends unknown ? keyof D & string : never;

/** A figure that says what the rows of its query and the rows that it draws are. */
export interface TypedFigure<R, D extends Row> extends Omit<
  Figure,
  'sql' | 'ahead' | 'derive' | 'columns' | 'n' | 'takeaway' | 'alt'
> {
  query: Query<R>;
  ahead?(rows: readonly R[]): Stepwise<unknown>;
  derive(rows: readonly R[]): D[];
  columns: readonly (FigureColumn & { name: ColumnsOf<D> })[];
  n(rows: readonly D[]): number;
  takeaway(rows: readonly D[]): string;
  alt(rows: readonly D[]): string;
}

/** A figure over a typed query, as the pages and files take it. */
export function figure<R, D extends Row>({ query, ahead, derive, ...rest }: TypedFigure<R, D>): Figure {
  const drawn = rest as unknown as Omit<Figure, 'sql' | 'ahead' | 'derive'>;
  return {
    ...drawn,
    sql: query.sql,
    ...(ahead && { ahead: (rows) => ahead(query.read(rows)) }),
    derive: (rows) => derive(query.read(rows)),
  };
}
