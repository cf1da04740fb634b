import { max, min } from 'd3-array';
import { estimate, type Estimate } from '../statistics/methods/estimate.ts';
import { meanEstimate } from '../statistics/methods/mean.ts';
import { proportion } from '../statistics/methods/proportion.ts';
import { medianEstimate, quantileEstimate } from '../statistics/methods/quantile.ts';
import { fewestForEstimate } from '../statistics/statistic.ts';
import { findAggregate, type AggregateId, type Grouping } from './groupings.ts';
import type { Options } from './options.ts';

/** Most groups that are drawn. */
export const mostGroups = 20;

/** A group with what was computed of it; `value` is null where no model of it has one. */
export interface Group {
  /** Name in the table; blank for models without one. */
  name: string;
  label: string;
  /** Models in it, with a value of the column or without. */
  models: number;
  estimate: Estimate;
  /** Whether it rests on too few values for an interval. */
  few: boolean;
}

/** The groups that are drawn, and what is left out. */
export interface Groups {
  groups: readonly Group[];
  rest: { groups: number; models: number };
  models: number;
}

/** A model: the name of its group, and its value where one is asked for. */
export interface Grouped {
  grp: string | null;
  value: number | null;
}

/** How a group without a name is called. */
const nameless = 'none recorded';

function compute(aggregate: AggregateId, values: readonly number[], models: number, all: number): Estimate {
  switch (aggregate) {
    case 'count':
      return estimate(models, models);
    case 'share':
      return proportion(models, all);
    case 'mean':
      return meanEstimate(values);
    case 'median':
      return medianEstimate(values);
    case 'p10':
      return quantileEstimate(values, 0.1);
    case 'p90':
      return quantileEstimate(values, 0.9);
    case 'min':
      return estimate(min(values) ?? null, values.length);
    case 'max':
      return estimate(max(values) ?? null, values.length);
  }
}

/** An estimate without its interval. */
const bare = ({ value, n }: Estimate) => estimate(value, n);

/** The position of a group in the order of its own; groups without one follow by name. */
const ownOrder = ({ labels }: Grouping, a: string, b: string) => {
  const known = Object.keys(labels);
  const at = (name: string) => (known.includes(name) ? known.indexOf(name) : known.length);
  return at(a) - at(b) || (a < b ? -1 : 1);
};

/**
 * Groups the models of the slice. The groups with most models are drawn, by falling value or in
 * their own order; an interval is given for ten values and more.
 */
export function groupsOf({ by, aggregate }: Options['groups'], rows: readonly Grouped[]): Groups {
  const members = new Map<string, { models: number; values: number[] }>();
  for (const { grp, value } of rows) {
    const name = grp ?? '';
    const group = members.get(name) ?? { models: 0, values: [] };
    group.models++;
    if (value !== null) group.values.push(value);
    members.set(name, group);
  }
  const counted = findAggregate(aggregate)!.ofColumn === false;
  const all = [...members]
    .sort(([a, one], [b, other]) => other.models - one.models || (a < b ? -1 : 1))
    .map(([name, { models, values }]) => {
      const computed = compute(aggregate, values, models, rows.length);
      const n = aggregate === 'share' ? rows.length : computed.n;
      const few = aggregate !== 'count' && n < fewestForEstimate;
      return {
        name,
        label: name === '' ? nameless : (by.labels[name] ?? name),
        models,
        estimate: few ? bare(computed) : computed,
        few: few && (counted || values.length > 0),
      };
    });
  const drawn = all.slice(0, mostGroups);
  const value = (group: (typeof all)[number]) => group.estimate.value ?? Number.NEGATIVE_INFINITY;
  drawn.sort((a, b) =>
    by.ordered
      ? ownOrder(by, a.name || '\uffff', b.name || '\uffff')
      : value(b) - value(a) || b.models - a.models || (a.name < b.name ? -1 : 1),
  );
  const rest = all.slice(mostGroups);
  return {
    groups: drawn,
    rest: { groups: rest.length, models: rest.reduce((sum, { models }) => sum + models, 0) },
    models: rows.length,
  };
}
