import { findAxis, publishedAxes, slicedAxes, type Axis, type AxisChoice } from './axes.ts';

interface Props {
  /** What the axis is to the reader: “Across”, “Up”, “Histogram 2”. */
  name: string;
  /** Whether the name is shown, rather than only said. */
  shown?: boolean;
  choice: AxisChoice;
  change(choice: AxisChoice): void;
}

const Options = ({ of }: { of: readonly Axis[] }) => (
  <>
    {of.map(({ column, label }) => (
      <option key={column} value={column}>
        {label}
      </option>
    ))}
  </>
);

/** Chooses a column and whether its axis is linear or logarithmic. */
export function AxisControl({ name, shown = true, choice, change }: Props) {
  const { axis, scale } = choice;
  return (
    <div class="axis-control">
      <label>
        <span class={shown ? undefined : 'sr-only'}>{name}</span>
        <select
          value={axis.column}
          onChange={(event) => {
            const found = findAxis(event.currentTarget.value)!;
            change({ axis: found, scale: found.scale });
          }}
        >
          <Options of={slicedAxes} />
          <optgroup label="Published, among all models">
            <Options of={publishedAxes} />
          </optgroup>
        </select>
      </label>
      <label class="axis-log" hidden={axis.kind === 'days'}>
        <input
          type="checkbox"
          checked={scale === 'log'}
          aria-label={`${name}: logarithmic axis`}
          onChange={(event) => change({ axis, scale: event.currentTarget.checked ? 'log' : 'linear' })}
        />
        log
      </label>
    </div>
  );
}
