import { axes, defaultChoice, findAxis, type AxisChoice, type SlicedColumn } from './axes.ts';
import { withBounds, type Bounds } from './bounds.ts';
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
import {
  addressWith,
  ParameterProblem,
  readParameters,
  type Parameter,
  type Parameters,
} from '../slice/parameters.ts';
import { quote } from '../slice/field.ts';
import { patternProblem } from './pattern.ts';
import { boundedColumns, findTableColumn, nameColumn, type TableColumn } from './table-columns.ts';

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
  columns: readonly TableColumn['name'][];
  sort: { column: TableColumn['name']; descending: boolean };
  groups: { by: Grouping; aggregate: AggregateId; column: SlicedColumn };
  /** Of the models of the slice, the page shows those whose estimates lie within. */
  within: readonly Bounds[];
  /** Of them, those whose name matches a regular expression, case aside; blank for none. */
  pattern: string;
}

const histogramCount = 4;

/** What the page shows unless the reader chooses. */
export const defaultOptions: Options = {
  plot1: {
    x: defaultChoice('parameters_b'),
    y: defaultChoice('average'),
    colouring: findColouring('provider')!,
  },
  plot2: { x: defaultChoice('co2_kg'), y: defaultChoice('average'), colouring: findColouring('size_class')! },
  histograms: (['parameters_b', 'average', 'co2_kg', 'submission_date'] as const).map(defaultChoice),
  columns: ['parameters_b', 'average', 'co2_kg', 'type', 'license', 'likes', 'submission_date'],
  sort: { column: 'average', descending: true },
  groups: { by: findGrouping('family')!, aggregate: 'median', column: 'average' },
  within: [],
  pattern: '',
};

const listed = (names: readonly string[]) => names.join(', ');

const wrong = (text: string, key: string, right: string) =>
  new ParameterProblem(`${quote(text)} is not a value of “${key}”; ${right}`);

function readAxis(text: string, key: string): AxisChoice {
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

function readScatter(text: string, key: string): ScatterChoice {
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

function readColumns(text: string): Options['columns'] {
  if (text === 'none') return [];
  const names = text.split('.').map((name) => {
    const found = findTableColumn(name);
    if (!found || found.name === nameColumn)
      throw wrong(text, 'columns', `the table has no column ${quote(name)} besides the name of the model`);
    return found.name;
  });
  return [...new Set(names)];
}

function readSort(text: string): Options['sort'] {
  const descending = text.startsWith('-');
  const column = findTableColumn(descending ? text.slice(1) : text);
  if (!column)
    throw wrong(text, 'sort', 'write a column of the table, with a minus sign in front for falling values');
  return { column: column.name, descending };
}

function readGroups(text: string): Options['groups'] {
  const [by = '', what = '', name, ...rest] = text.split('.');
  const grouping = findGrouping(by);
  const aggregate = findAggregate(what);
  const axis = groupColumns.find(({ column }) => column === name);
  const fits = aggregate && (aggregate.ofColumn ? axis : name === undefined);
  if (!grouping || !aggregate || !fits || rest.length > 0)
    throw wrong(
      text,
      'groups',
      `write what to group by (${listed(groupings.map(({ id }) => id))}), what to compute (${listed(aggregates.map(({ id }) => id))}) and, but for count and share, a column of numbers, with points between them`,
    );
  return { by: grouping, aggregate: aggregate.id, column: axis?.column ?? defaultOptions.groups.column };
}

const writeGroups = ({ by, aggregate, column }: Options['groups']) =>
  [by.id, aggregate, ...(findAggregate(aggregate)!.ofColumn ? [column] : [])].join('.');

function readBounds(text: string): Bounds | undefined {
  const [, name, low = '', high = ''] =
    /^(\w+)\.(\d{0,6}(?:\.\d{1,4})?)-(\d{0,6}(?:\.\d{1,4})?)$/.exec(text) ?? [];
  const column = boundedColumns.find((each) => each.name === name)?.name;
  const [from = null, to = null] = [low, high].map((bound) => (bound === '' ? null : Number(bound)));
  const isRange = (from !== null || to !== null) && (from === null || to === null || from <= to);
  return column && isRange ? { column, from, to } : undefined;
}

function readWithin(text: string): readonly Bounds[] {
  const all = text.split(',').map(readBounds);
  const within = all.reduce<readonly Bounds[]>((set, each) => (each ? withBounds(set, each) : set), []);
  // Fewer where one could not be read or a column came twice.
  if (within.length < all.length)
    throw wrong(
      text,
      'within',
      `write a column (${listed(boundedColumns.map((each) => each.name))}), a point and its bounds, as in rank_low.-10 or rank.1-50, and commas between the bounds of several columns`,
    );
  return within;
}

const writeBounds = ({ column, from, to }: Bounds) => `${column}.${from ?? ''}-${to ?? ''}`;

const scatter = (key: 'plot1' | 'plot2'): Parameter<ScatterChoice> => ({
  key,
  empty: defaultOptions[key],
  parse: (text) => readScatter(text, key),
  format: writeScatter,
});

/** The parameters of the address that this page reads besides the slice's. */
export const explorerParameters: Parameters<Options> = {
  plot1: scatter('plot1'),
  plot2: scatter('plot2'),
  histograms: {
    key: 'histograms',
    empty: defaultOptions.histograms,
    parse: readHistograms,
    format: (choices) => choices.map(writeAxis).join('.'),
  },
  columns: {
    key: 'columns',
    empty: defaultOptions.columns,
    parse: readColumns,
    format: (names) => (names.length === 0 ? 'none' : names.join('.')),
  },
  sort: {
    key: 'sort',
    empty: defaultOptions.sort,
    parse: readSort,
    format: ({ column, descending }) => `${descending ? '-' : ''}${column}`,
  },
  groups: { key: 'groups', empty: defaultOptions.groups, parse: readGroups, format: writeGroups },
  within: {
    key: 'within',
    empty: [],
    parse: readWithin,
    format: (within) => within.map(writeBounds).join(','),
  },
  pattern: {
    key: 'pattern',
    empty: '',
    parse(text) {
      const problem = patternProblem(text);
      if (problem !== undefined)
        throw new ParameterProblem(`${quote(text)} cannot be read as a pattern: ${problem}`);
      return text;
    },
    format: (pattern) => pattern,
  },
};

/** Reads what the reader chose; a parameter that cannot be read is named in `problems` and left at its default. */
export function parseOptions(query: URLSearchParams): { options: Options; problems: string[] } {
  const { values, problems } = readParameters(explorerParameters, query);
  return { options: values, problems };
}

/** An address with what the reader chose; the rest of it stays. */
export const addressWithOptions = (address: string, options: Options): string =>
  addressWith(address, explorerParameters, options);
