import { useShared } from './shared.ts';
import { nameColumn, tableColumns, type TableColumn } from './table-columns.ts';

/** Chooses the columns of the table. */
export function ColumnChooser() {
  const { bench, meaningOf } = useShared();
  const chosen = bench.options.columns;
  const toggle = (name: TableColumn['name'], on: boolean) =>
    bench.choose({ columns: on ? [...chosen, name] : chosen.filter((each) => each !== name) });
  return (
    <details class="column-chooser">
      <summary>Columns ({chosen.length + 1})</summary>
      <fieldset>
        <legend class="sr-only">Columns of the table</legend>
        {tableColumns
          .filter(({ name }) => name !== nameColumn)
          .map(({ name, label }) => (
            <label key={name} title={meaningOf(name)}>
              <input
                type="checkbox"
                checked={chosen.includes(name)}
                onChange={(event) => toggle(name, event.currentTarget.checked)}
              />
              {label}
            </label>
          ))}
      </fieldset>
    </details>
  );
}
