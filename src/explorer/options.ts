import { axes, defaultChoice, findAxis, type AxisChoice } from './axes.ts';
import { colourings, findColouring, type Colouring } from './colourings.ts';
import {
  aggregates,
  findAggregate,
  findGrouping,
  groupColumns,
  groupings,
  type AggregateId,
  type Grouping,
} from './groupings.ts';
import { findTableColumn, nameColumn } from './table-columns.ts';

/** What one scatter plot shows. */
export interface ScatterChoice {
  x: AxisChoice;
  y: AxisChoice;
  colouring: Colouring;
}

/** What the reader chose of the page besides the slice; it stands in the address, defaults left out. */
export interface Options {
  plot1: ScatterChoice;
  plot2: ScatterChoice;
  histograms: readonly AxisChoice[];
  /** Columns of the table besides the name. */
  columns: readonly string[];
  sort: { column: string; descending: boolean };
  groups: { by: Grouping; aggregate: AggregateId; column: string };
}

/** Names of the parameters of the address that this page reads besides the slice's. */
export const explorerParameters = ['plot1', 'plot2', 'histograms', 'columns', 'sort', 'groups'] as const;
export type OptionKey = (typeof explorerParameters)[number];

const histogramCount = 4;

/** What the page shows unless the reader chooses. */
export const defaultOptions: Options = {
  plot1: {
    x: defaultChoice('parameters_b'),
    y: defaultChoice('average'),
    colouring: findColouring('provider')!,
  },
  plot2: { x: defaultChoice('co2_kg'), y: defaultChoice('average'), colouring: findColouring('size_class')! },
  histograms: ['parameters_b', 'average', 'co2_kg', 'submission_date'].map(defaultChoice),
  columns: ['parameters_b', 'average', 'co2_kg', 'type', 'license', 'likes', 'submission_date'],
  sort: { column: 'average', descending: true },
  groups: { by: findGrouping('family')!, aggregate: 'median', column: 'average' },
};

/** What is wrong with a parameter, as a sentence without its full stop. */
class OptionProblem extends Error {}

const listed = (names: readonly string[]) => names.join(', ');

function wrong(text: string, key: OptionKey, right: string): OptionProblem {
  return new OptionProblem(`“${text}” is not a value of “${key}”; ${right}`);
}

function readAxis(text: string, key: OptionKey): AxisChoice {
  const [column = '', scale, ...rest] = text.split('-');
  const axis = findAxis(column);
  if (!axis || rest.length > 0)
    throw wrong(text, key, `the columns of plots are ${listed(axes.map((each) => each.column))}`);
  if (scale === undefined) return { axis, scale: axis.scale };
  if (axis.kind === 'days' || (scale !== 'linear' && scale !== 'log'))
    throw wrong(text, key, 'an axis of numbers is followed by -linear or -log, one of days by nothing');
  return { axis, scale };
}

const writeAxis = ({ axis, scale }: AxisChoice) =>
  scale === axis.scale ? axis.column : `${axis.column}-${scale}`;

function readScatter(text: string, key: OptionKey): ScatterChoice {
  const [x = '', y = '', colour = '', ...rest] = text.split('.');
  const colouring = findColouring(colour);
  if (!colouring || rest.length > 0)
    throw wrong(
      text,
      key,
      `write two columns and a colouring with points between them, as in parameters_b.average.size_class; the colourings are ${listed(colourings.map(({ id }) => id))}`,
    );
  return { x: readAxis(x, key), y: readAxis(y, key), colouring };
}

const writeScatter = ({ x, y, colouring }: ScatterChoice) =>
  [writeAxis(x), writeAxis(y), colouring.id].join('.');

function readHistograms(text: string): readonly AxisChoice[] {
  const parts = text.split('.');
  if (parts.length !== histogramCount)
    throw wrong(text, 'histograms', `write ${histogramCount} columns with points between them`);
  return parts.map((part) => readAxis(part, 'histograms'));
}

function readColumns(text: string): readonly string[] {
  if (text === 'none') return [];
  const names = text.split('.');
  const unknown = names.find((name) => !findTableColumn(name) || name === nameColumn);
  if (unknown !== undefined)
    throw wrong(text, 'columns', `the table has no column “${unknown}” besides the name of the model`);
  return [...new Set(names)];
}

function readSort(text: string): Options['sort'] {
  const descending = text.startsWith('-');
  const column = descending ? text.slice(1) : text;
  if (!findTableColumn(column))
    throw wrong(text, 'sort', 'write a column of the table, with a minus sign in front for falling values');
  return { column, descending };
}

function readGroups(text: string): Options['groups'] {
  const [by = '', what = '', column, ...rest] = text.split('.');
  const grouping = findGrouping(by);
  const aggregate = findAggregate(what);
  const fits =
    aggregate &&
    (aggregate.ofColumn ? groupColumns.some((axis) => axis.column === column) : column === undefined);
  if (!grouping || !aggregate || !fits || rest.length > 0)
    throw wrong(
      text,
      'groups',
      `write what to group by (${listed(groupings.map(({ id }) => id))}), what to compute (${listed(aggregates.map(({ id }) => id))}) and, but for count and share, a column of numbers, with points between them`,
    );
  return { by: grouping, aggregate: aggregate.id, column: column ?? defaultOptions.groups.column };
}

const writeGroups = ({ by, aggregate, column }: Options['groups']) =>
  [by.id, aggregate, ...(findAggregate(aggregate)!.ofColumn ? [column] : [])].join('.');

const read: { [K in OptionKey]: (text: string) => Options[K] } = {
  plot1: (text) => readScatter(text, 'plot1'),
  plot2: (text) => readScatter(text, 'plot2'),
  histograms: readHistograms,
  columns: readColumns,
  sort: readSort,
  groups: readGroups,
};

const write: { [K in OptionKey]: (value: Options[K]) => string } = {
  plot1: writeScatter,
  plot2: writeScatter,
  histograms: (choices) => choices.map(writeAxis).join('.'),
  columns: (names) => (names.length === 0 ? 'none' : names.join('.')),
  sort: ({ column, descending }) => `${descending ? '-' : ''}${column}`,
  groups: writeGroups,
};

/** Reads what the reader chose; a parameter that cannot be read is named in `problems` and left at its default. */
export function parseOptions(query: URLSearchParams): { options: Options; problems: string[] } {
  const problems: string[] = [];
  const one = <K extends OptionKey>(key: K): Options[K] => {
    const text = query.get(key);
    if (text === null || text === '') return defaultOptions[key];
    try {
      return read[key](text);
    } catch (error) {
      if (!(error instanceof OptionProblem)) throw error;
      problems.push(error.message);
      return defaultOptions[key];
    }
  };
  const options = {
    plot1: one('plot1'),
    plot2: one('plot2'),
    histograms: one('histograms'),
    columns: one('columns'),
    sort: one('sort'),
    groups: one('groups'),
  };
  return { options, problems };
}

/** The parameters that differ from the defaults, in the order of their names. */
export function formatOptions(options: Options): [OptionKey, string][] {
  const text = <K extends OptionKey>(key: K, of: Options) => write[key](of[key]);
  return explorerParameters.flatMap((key) => {
    const written = text(key, options);
    return written === text(key, defaultOptions) ? [] : [[key, written] as [OptionKey, string]];
  });
}
