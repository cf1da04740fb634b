import { formatNumber } from '../statistics/format.ts';
import { fewestForEstimate, units, type Unit } from '../statistics/statistic.ts';
import { Held } from '../reader/first-view/held.tsx';
import { isElsewhere } from '../reader/ui/elsewhere.ts';
import { parseSlice } from '../slice/slice.ts';
import { groupSlice } from './group-slice.ts';
import type { Group, Groups } from './groups.ts';
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

const findColumn = (name: string) => groupColumns.find(({ column }) => column === name)!;

const titleOf = ({ aggregate, column }: Options['groups']): string => {
  const { label, ofColumn } = findAggregate(aggregate)!;
  return ofColumn ? `${label} of ${findColumn(column).title}` : label;
};

const percent = (part: number, whole: number) =>
  `${whole > 0 ? Number(((100 * part) / whole).toFixed(2)) : 0}%`;

/** A bar and, over it, the bracket of its interval. */
function Track({ group: { estimate }, most }: { group: Group; most: number }) {
  const { value, low, high } = estimate;
  const [from, to] = [percent(Math.max(0, low ?? 0), most), percent(high ?? 0, most)];
  return (
    <svg class="group-track" aria-hidden="true">
      <rect class="group-fill" width={percent(value ?? 0, most)} height="100%" />
      {low !== null && high !== null && (
        <g class="group-whisker">
          <line x1={from} x2={to} y1="50%" y2="50%" />
          <line x1={from} x2={from} y1="20%" y2="80%" />
          <line x1={to} x2={to} y1="20%" y2="80%" />
        </g>
      )}
    </svg>
  );
}

function Bar({ group, unit, most }: { group: Group; unit: Unit; most: number }) {
  const { value, low, high } = group.estimate;
  if (value === null) return <>no value</>;
  const bare = { ...unit, suffix: '' };
  return (
    <div class="group-bar">
      <Track group={group} most={most} />
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
  const { bench } = useShared();
  const { answer } = bench;
  const slice = answer && groupSlice(answer.slice, answer.options.groups.by, name);
  if (!slice) return <>{label}</>;
  return (
    <a href={bench.linkTo(slice)} title="Keep these models alone" data-step>
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
          onChange={(event) => change({ column: findColumn(event.currentTarget.value).column })}
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

/** Groups with what was computed of each, and what is left out. */
function GroupTable({ drawn, chosen }: { drawn: Groups; chosen: Options['groups'] }) {
  const unit = unitOf(chosen);
  const { groups, rest } = drawn;
  const most = Math.max(0, ...groups.flatMap(({ estimate: { value, high } }) => [value ?? 0, high ?? 0]));
  return (
    <>
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
          {groups.map((group) => (
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
      {rest.groups > 0 && (
        <p class="plot-note">
          The {groups.length} groups with most models are shown; {count(rest.groups)}{' '}
          {rest.groups === 1 ? 'other group holds' : 'other groups hold'} {models(rest.models)}.
        </p>
      )}
    </>
  );
}

/** The models of the slice in groups, with what the reader asks of each. */
export function GroupBars() {
  const { bench } = useShared();
  const { answer } = bench;
  // Hears the names of the first view as well, which are links of the build.
  const follow = (event: MouseEvent) => {
    const query = event.target instanceof HTMLAnchorElement ? event.target.search : '';
    if (query === '' || isElsewhere(event)) return;
    event.preventDefault();
    bench.goTo(parseSlice(new URLSearchParams(query)).slice);
  };
  return (
    <section class="explorer-part" aria-labelledby="explorer-groups">
      <h2 id="explorer-groups">Groups</h2>
      <Controls />
      {answer ? (
        <div class="first-view" onClick={follow}>
          <GroupTable drawn={answer.groups} chosen={answer.options.groups} />
        </div>
      ) : (
        <Held as="div" class="first-view" onClick={follow} />
      )}
      <p class="plot-note">
        Lines and brackets are 95&nbsp;% intervals: Student’s for a mean, two order statistics for a median or
        another percentile, Wilson’s for a share. A group with fewer than {fewestForEstimate} values is marked
        and has none. <span class="is-scripted">The name of a group makes it the slice.</span>
      </p>
    </section>
  );
}
