import { parseExpressionAt, type Node } from 'acorn';
import type { Spec } from 'vega';
import { Document, isCollection, visit } from 'yaml';

type Plain = Record<string, unknown>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What Vega-Lite writes into every chart and what says nothing about this one. */
const generated = new Set([
  '$schema',
  'config',
  'data',
  'name',
  'style',
  'aria',
  'zindex',
  'gridScale',
  'maxExtent',
  'minExtent',
]);

/**
 * A compiled chart as a reviewer reads it: which rows a mark draws, after which steps, in which colours, and
 * which column stands in which channel. Named data sets stand as their steps where they are drawn, a tooltip as
 * its titles with the columns they read, and numbers to six digits. Of the settings only those that differ from
 * `shared`, which all charts of one drawing begin with.
 */
export function drawingText(spec: Spec, shared: Settings): string {
  const { config, padding, ...chart } = spec;
  const own = differences(shared, { padding, ...config });
  const document = new Document(
    { ...tidyScope(chart as Plain, new Map()), ...(Object.keys(own).length > 0 && { settings: own }) },
    { aliasDuplicateObjects: false },
  );
  visit(document, {
    Collection(_, node) {
      if (isCollection(node) && JSON.stringify(node).length <= 100) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true, singleQuote: true });
}

/** Settings of a compiled chart: fonts, sizes and colours of all that has none of its own. */
export type Settings = Readonly<Record<string, unknown>>;

export const settingsOf = ({ padding, config }: Spec): Settings => ({ padding, ...config });

export const settingsText = (settings: Settings): string =>
  new Document(tidy(settings)).toString({ lineWidth: 0, singleQuote: true });

/** What of `other` is not in `base`; `null` for what is missing. */
function differences(base: unknown, other: unknown): Plain {
  const [from, to] = [isPlain(base) ? base : {}, isPlain(other) ? other : {}];
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])].toSorted();
  return Object.fromEntries(
    names
      .filter((name) => JSON.stringify(from[name]) !== JSON.stringify(to[name]))
      .map((name) => [
        name,
        isPlain(from[name]) && isPlain(to[name]) ? differences(from[name], to[name]) : tidy(to[name] ?? null),
      ]),
  );
}

/** The steps of every data set that can be seen in a chart or a group of it, from the rows on, by its name. */
type Steps = ReadonlyMap<string, readonly unknown[]>;

/** A chart, or a group within one: its data sets are those around it and its own. */
function tidyScope(scope: Plain, outer: Steps): Plain {
  const steps = new Map(outer);
  for (const { name, source, transform = [] } of (scope.data ?? []) as Plain[])
    steps.set(String(name), [
      ...(steps.get(String(source)) ?? []),
      ...(transform as Plain[]).map(step).filter((text) => text !== undefined),
    ]);
  const { marks, scales, axes, signals, ...rest } = scope;
  const { from, encode, role, sort, ...settings } = rest;
  const facet = isPlain(from) && isPlain(from.facet) ? from.facet : undefined;
  if (facet) steps.set(String(facet.name), [...stepsOf(steps, facet.data), { group: facet.groupby }]);
  const list = (all: unknown, each: (one: Plain) => unknown) =>
    Array.isArray(all) && all.length > 0 ? all.map((one) => each(one as Plain)) : undefined;
  return without({
    ...(tidy(settings) as Plain),
    role,
    sort: isPlain(sort) ? expression(String(sort.field)) : undefined,
    rows: isPlain(from) ? stepsOf(steps, facet?.data ?? from.data) : undefined,
    groups: facet?.groupby,
    signals: Array.isArray(signals)
      ? Object.fromEntries(
          (signals as Plain[]).map(({ name, update, value }) => [name, tidy(update ?? value)]),
        )
      : undefined,
    ...channels(encode),
    scales: list(scales, ({ name, ...scale }) => ({ [String(name)]: tidyScale(scale) })),
    axes: list(axes, tidyAxis),
    marks: list(marks, ({ type, ...mark }) => ({ [String(type)]: tidyScope(mark, steps) })),
  });
}

const stepsOf = (steps: Steps, name: unknown) => steps.get(String(name)) ?? [];

/**
 * One step from data set to data set; undefined for the reading of numbers and for leaving out what cannot be
 * drawn, which follow from the columns in the channels.
 */
function step({ type, expr, as, ...rest }: Plain): unknown {
  if (type === 'filter') {
    const kept = expression(String(expr));
    return /^valid\(\w+\)(?: && valid\(\w+\))*$/.test(kept) ? undefined : kept;
  }
  if (type !== 'formula') return { [String(type)]: tidy({ ...rest, as }) };
  const made = expression(String(expr));
  return made === `toNumber(${String(as)})` ? undefined : { [String(as)]: made };
}

/** A scale; of columns that reach over it only which, in order. */
function tidyScale({ domain, ...scale }: Plain): unknown {
  const { fields, field, sort, ...other } = isPlain(domain) ? domain : ({} as Plain);
  const names = ((fields ?? (field === undefined ? [] : [{ field }])) as unknown[]).map((each) =>
    isPlain(each) ? String(each.field) : tidy(each),
  );
  return without({
    ...(tidy(scale) as Plain),
    ...(isPlain(domain)
      ? { ...(tidy({ ...other, data: undefined }) as Plain), over: [...new Set(names)], sort: tidy(sort) }
      : { domain: tidy(domain) }),
  });
}

/** An axis, or the lines across the chart that Vega-Lite makes an axis of their own. */
function tidyAxis({ scale, grid, domain, ticks, labels, encode, ...axis }: Plain): unknown {
  const kind = grid === true ? 'grid' : 'axis';
  const shown = grid === true ? {} : { domain, ticks, labels };
  return {
    [kind]: without({
      scale,
      ...(tidy({ ...shown, ...axis }) as Plain),
      ...without(tidy({ encode }) as Plain),
    }),
  };
}

/** Columns and values in the channels of a mark. */
function channels(encode: unknown): Plain {
  if (!isPlain(encode)) return {};
  const named = Object.entries(encode).flatMap(([state, all]) =>
    Object.entries(all as Plain).map(
      ([channel, value]) => [state === 'update' ? channel : `${state} ${channel}`, value] as const,
    ),
  );
  return Object.fromEntries(
    named
      // Which points a line leaves out follows from its columns.
      .filter(([channel]) => channel !== 'defined')
      .map(([channel, value]) => [
        channel,
        channel === 'tooltip' && isPlain(value) && typeof value.signal === 'string'
          ? tooltip(value.signal)
          : isPlain(value)
            ? channelValue(value)
            : tidy(value),
      ])
      .toSorted(([a], [b]) => rank(String(a)) - rank(String(b)) || (String(a) < String(b) ? -1 : 1)),
  );
}

const first = ['x', 'x2', 'xc', 'y', 'y2', 'yc', 'width', 'height', 'fill', 'stroke', 'text', 'tooltip'];
const rank = (channel: string) => (first.includes(channel) ? first.indexOf(channel) : first.length);

function channelValue({ scale, field, ...rest }: Plain): unknown {
  const names = Object.keys(rest);
  if (scale !== undefined && typeof field === 'string' && names.length === 0)
    return `${field} on ${String(scale)}`;
  if (scale === undefined && field === undefined && names.length === 1)
    return names[0] === 'signal' ? expression(String(rest.signal)) : tidy(rest[names[0]!]);
  return tidy({ scale, field, ...rest });
}

/** The titles of a tooltip, each with the column it reads and the form of its number. */
function tooltip(signal: string): Plain {
  return Object.fromEntries(tooltipEntries(signal).map(({ title, reads }) => [title, reads]));
}

/** What a compiled tooltip says: its titles in order, each with what it reads. */
export function tooltipEntries(signal: string): { title: string; reads: string }[] {
  const object = parseExpressionAt(signal, 0, { ecmaVersion: 2022 }) as Node & {
    properties: { key: { value: string }; value: Node }[];
  };
  return object.properties.map(({ key, value }) => ({
    title: key.value,
    reads: expression(signal.slice(value.start, value.end)),
  }));
}

/**
 * An expression in short: a column as its name, a column as text as the column, `number as form` for a number
 * that is written, and `valid(column)` for what can be drawn.
 */
export const expression = (text: string): string =>
  text
    .replace(/datum\["([^"]+)"\]/g, (_, name: string) => name)
    .replace(/\bdatum\.(\w+)/g, '$1')
    .replace(/isValid\((\w+)\) \? isArray\(\1\) \? join\(\1, '\\n'\) : \1 : ""\+\1/g, '$1')
    .replace(/isValid\(([\w.[\]"]+)\) \? \1 : ""\+\1/g, '$1')
    .replace(/isValid\((\w+)\) && isFinite\(\+\1\)/g, 'valid($1)')
    .replace(/^format\((\w+), "([^"]*)"\)$/, '$1 as $2')
    .replace(/-?\d+\.\d{6,}/g, (digits) => String(rounded(Number(digits))));

const rounded = (value: number) => Number(value.toPrecision(6));

/** Any other part of a specification without what is generated. */
function tidy(value: unknown): unknown {
  if (typeof value === 'number') return rounded(value);
  if (typeof value === 'string') return expression(value);
  if (Array.isArray(value)) return value.map(tidy);
  if (!isPlain(value)) return value;
  const names = Object.keys(value);
  if (names.length === 1 && typeof value.signal === 'string') return expression(value.signal);
  if (names.length === 1 && 'value' in value) return tidy(value.value);
  return without(
    Object.fromEntries(names.filter((name) => !generated.has(name)).map((name) => [name, tidy(value[name])])),
  );
}

const without = (value: Plain): Plain =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined));
