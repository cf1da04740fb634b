import { formatNumber } from '../statistics/format.ts';
import { fewestForEstimate, units, type Unit } from '../statistics/statistic.ts';
import { addressOfSlice, goToSlice } from '../reader/reader-slice.ts';
import { findAxis } from './axes.ts';
import { groupSlice } from './group-slice.ts';
import type { Group } from './groups.ts';
import { aggregates, findAggregate, findGrouping, groupColumns, groupings } from './groupings.ts';
import type { Options } from './options.ts';
import { useShared } from './shared.ts';
import { count, models } from './words.ts';

const unitOf = ({ aggregate, column }: Options['groups']): Unit => {
  if (aggregate === 'count') return units.models;
  if (aggregate === 'share') return { ...units.share, digits: 1 };
  if (column === 'likes') return { ...units.models, name: 'likes', digits: aggregate === 'mean' ? 1 : 0 };
  if (column === 'co2_kg' || column === 'co2_step_corrected_kg') return units.kg;
  return column.endsWith('parameters_b') ? units.billions : units.points;
};

const titleOf = ({ aggregate, column }: Options['groups']): string => {
  const { label, ofColumn } = findAggregate(aggregate)!;
  return ofColumn ? `${label} of ${findAxis(column)!.title}` : label;
};

const percent = (part: number, whole: number) => `${whole > 0 ? (100 * part) / whole : 0}%`;

function Bar({ group, unit, most }: { group: Group; unit: Unit; most: number }) {
  const { value, low, high } = group.estimate;
  if (value === null) return <>no value</>;
  const bare = { ...unit, suffix: '' };
  return (
    <div class="group-bar">
      <span class="group-track" aria-hidden="true">
        <span class="group-fill" style={{ width: percent(value, most) }} />
        {low !== null && high !== null && (
          <span
            class="group-whisker"
            style={{ left: percent(Math.max(0, low), most), width: percent(high - Math.max(0, low), most) }}
          />
        )}
      </span>
      <span class="group-value">
        {formatNumber(value, unit)}
        {low !== null && high !== null && (
          <span class="group-interval">
            {' '}
            ({formatNumber(low, bare)} to {formatNumber(high, unit)})
          </span>
        )}
        {group.few && <span class="group-few"> few values</span>}
      </span>
    </div>
  );
}

/** A group's name, which leads to the slice of its models where there is one. */
function GroupName({ group: { name, label } }: { group: Group }) {
  const { answer } = useShared().bench;
  const slice = answer && groupSlice(answer.slice, answer.options.groups.by, name);
  if (!slice) return <>{label}</>;
  return (
    <a
      href={new URL(addressOfSlice(slice)).search || '?'}
      title="Keep these models alone"
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        goToSlice(slice);
      }}
    >
      {label}
    </a>
  );
}

function Controls() {
  const { bench } = useShared();
  const { groups } = bench.options;
  const change = (part: Partial<Options['groups']>) => bench.choose({ groups: { ...groups, ...part } });
  return (
    <div class="table-tools">
      <label>
        <span>Group by</span>
        <select
          value={groups.by.id}
          onChange={(event) => change({ by: findGrouping(event.currentTarget.value)! })}
        >
          {groupings.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Compute</span>
        <select
          value={groups.aggregate}
          onChange={(event) => change({ aggregate: findAggregate(event.currentTarget.value)!.id })}
        >
          {aggregates.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label hidden={!findAggregate(groups.aggregate)!.ofColumn}>
        <span>of</span>
        <select
          value={groups.column}
          onChange={(event) => change({ column: findAxis(event.currentTarget.value)!.column })}
        >
          {groupColumns.map(({ column, label }) => (
            <option key={column} value={column}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** The models of the slice in groups, with what the reader asks of each. */
export function GroupBars() {
  const { bench } = useShared();
  const { answer } = bench;
  const chosen = answer?.options.groups ?? bench.options.groups;
  const unit = unitOf(chosen);
  const drawn = answer?.groups;
  const most = Math.max(
    0,
    ...(drawn?.groups ?? []).flatMap(({ estimate: { value, high } }) => [value ?? 0, high ?? 0]),
  );
  const rest = drawn?.rest;
  return (
    <section class="explorer-part" aria-labelledby="explorer-groups">
      <h2 id="explorer-groups">Groups</h2>
      <Controls />
      {drawn && (
        <table class="group-table">
          <caption>
            {titleOf(chosen)} by {chosen.by.label.toLowerCase()}, over {models(drawn.models)}.
          </caption>
          <thead>
            <tr>
              <th scope="col">{chosen.by.label}</th>
              <th scope="col" data-type="number">
                Models
              </th>
              <th scope="col">{titleOf(chosen)}</th>
            </tr>
          </thead>
          <tbody>
            {drawn.groups.map((group) => (
              <tr key={group.label} class={group.few ? 'is-few' : undefined}>
                <th scope="row">
                  <GroupName group={group} />
                </th>
                <td data-type="number">{count(group.models)}</td>
                <td>
                  <Bar group={group} unit={unit} most={most} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rest && rest.groups > 0 && (
        <p class="plot-note">
          The {drawn!.groups.length} groups with most models are shown; {count(rest.groups)}{' '}
          {rest.groups === 1 ? 'other group holds' : 'other groups hold'} {models(rest.models)}.
        </p>
      )}
      <p class="plot-note">
        Lines and brackets are 95&nbsp;% intervals: Student’s for a mean, two order statistics for a median or
        another percentile, Wilson’s for a share. A group with fewer than {fewestForEstimate} values is marked
        and has none. The name of a group makes it the slice.
      </p>
    </section>
  );
}
