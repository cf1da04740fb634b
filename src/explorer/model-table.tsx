import { Held } from '../reader/first-view/held.tsx';
import { SaveButton } from '../reader/ui/save-button.tsx';
import { useEffect, useRef, useState } from 'preact/hooks';
import { cautionWords } from '../dataset/cautions.ts';
import { ColumnChooser } from './column-chooser.tsx';
import type { FileColumns } from './download.ts';
import { hubAddress } from '../figures/hub.ts';
import { finderUrl } from './links.ts';
import type { TableRow } from './queries.ts';
import { Search } from './search.tsx';
import { useShared } from './shared.ts';
import { headingOf } from '../dataset/column.ts';
import {
  cellText,
  findTableColumn,
  isEstimate,
  isNumeric,
  shownColumns,
  tableColumns,
  type TableColumn,
} from './table-columns.ts';
import { useRowHeights } from './row-height.ts';
import { rowHeight, useVirtualRows } from './use-virtual-rows.ts';
import { models } from './words.ts';

function Head({ column }: { column: TableColumn }) {
  const { bench, meaningOf } = useShared();
  const { sort } = bench.options;
  const sorted = sort.column === column.name;
  const way = sorted ? (sort.descending ? 'descending' : 'ascending') : undefined;
  // Numbers are read from the greatest, words from the first.
  const descending = sorted ? !sort.descending : isNumeric(column);
  const mark = sorted && <span class="sort-mark" aria-hidden="true" />;
  return (
    <th
      scope="col"
      aria-sort={way}
      data-type={isNumeric(column) ? 'number' : undefined}
      title={meaningOf(column.name)}
    >
      <button type="button" onClick={() => bench.choose({ sort: { column: column.name, descending } })}>
        {/* Left of a number's name, so that numbers and their heads end at the same place. */}
        {isNumeric(column) && mark}
        {headingOf(column)}
        {!isNumeric(column) && mark}
      </button>
    </th>
  );
}

function Name({ name, caution }: { name: string; caution: string }) {
  const { finder } = useShared();
  const hub = hubAddress(name);
  return (
    <th scope="row">
      <span class="model-cell">
        <span class="model-name">
          <a href={finderUrl(finder, name)}>{name}</a>
        </span>
        {caution !== '' && (
          <span class="model-caution" title={`Caution: ${caution}`}>
            caution
          </span>
        )}
        {hub && (
          <a class="model-hub" href={hub} rel="noopener" aria-label={`${name} on the Hub`}>
            Hub
          </a>
        )}
      </span>
    </th>
  );
}

interface RowProps {
  row: TableRow;
  /** Its position in the order of the table. */
  index: number;
  columns: readonly TableColumn[];
  height: number;
}

function ModelRow({ row, index, columns, height }: RowProps) {
  return (
    <tr aria-rowindex={index + 2} style={height === rowHeight ? undefined : { height: `${height}px` }}>
      <Name name={row.model} caution={cautionWords(row.caution)} />
      {columns.slice(1).map((column) => {
        return (
          <td key={column.name} data-type={isNumeric(column) ? 'number' : undefined}>
            {cellText(row[column.name], column)}
          </td>
        );
      })}
    </tr>
  );
}

const noRows: readonly TableRow[] = [];

/** The models of the slice as a table that is sorted by the engine and drawn where it is looked at. */
export function ModelTable() {
  const { bench, until } = useShared();
  const { answer, options } = bench;
  const columns = shownColumns((answer?.options ?? options).columns);
  const rows = answer?.rows ?? noRows;
  const scroller = useRef<HTMLDivElement>(null);
  const [which, setWhich] = useState<FileColumns>('shown');
  const heightOf = useRowHeights(scroller, rows, columns);
  const { items, above, below, toTop } = useVirtualRows(scroller, rows.length, heightOf);
  useEffect(toTop, [rows]);
  const sort = findTableColumn(options.sort.column)!;
  const order = `ordered by ${sort.label}, ${options.sort.descending ? 'descending' : 'ascending'}`;
  return (
    <section class="explorer-part" aria-labelledby="explorer-table">
      <h2 id="explorer-table">Table</h2>
      <div class="table-tools">
        <Search />
        <ColumnChooser />
        <span class="table-save">
          <SaveButton
            disabled={answer?.count === 0}
            save={async () => {
              const { download } = await import('./download.ts');
              await download(bench, which, { order, until });
            }}
          />
          <label>
            <span>Columns of the file</span>
            <select
              value={which}
              onChange={({ currentTarget }) => setWhich(currentTarget.value as FileColumns)}
            >
              <option value="shown">shown: table, axes, brush</option>
              <option value="all">all {tableColumns.length}</option>
            </select>
          </label>
        </span>
        {answer ? (
          <p class="table-count first-view" role="status">{`${models(answer.count)}, ${order}`}</p>
        ) : (
          <Held as="p" class="table-count first-view" role="status" />
        )}
        {columns.some(({ name }) => isEstimate(name)) && (
          <p class="table-note">
            {columns
              .filter(({ name }) => isEstimate(name))
              .map(({ label }) => label)
              .join(', ')}
            : among all models of the preparation, as published. A slice does not compute them anew.
          </p>
        )}
      </div>
      <div
        class="table-window"
        ref={scroller}
        tabindex={0}
        role="group"
        aria-label="Table of the slice’s models; scroll with the arrow keys, Page Up, Page Down, Home and End"
      >
        <table aria-label="Models of the slice" aria-rowcount={answer && answer.count + 1}>
          <colgroup>
            {columns.map((column, index) => (
              <col
                key={column.name}
                class={
                  index === 0
                    ? 'is-name'
                    : isNumeric(column)
                      ? 'is-number'
                      : column.type === 'string'
                        ? 'is-text'
                        : 'is-word'
                }
              />
            ))}
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              {columns.map((column) => (
                <Head key={column.name} column={column} />
              ))}
            </tr>
          </thead>
          {answer ? (
            <tbody class="first-view" key="answer">
              {above > 0 && <tr class="table-room" aria-hidden="true" style={{ height: `${above}px` }} />}
              {items.map(({ index }) => {
                const row = rows[index];
                return (
                  row && (
                    <ModelRow
                      key={row.row}
                      row={row}
                      index={index}
                      columns={columns}
                      height={heightOf(index)}
                    />
                  )
                );
              })}
              {below > 0 && <tr class="table-room" aria-hidden="true" style={{ height: `${below}px` }} />}
            </tbody>
          ) : (
            <Held as="tbody" class="first-view" key="held" />
          )}
        </table>
        {answer && rows.length === 0 && (
          <p class="table-empty">No model is in this slice; what to undo stands above the plots.</p>
        )}
      </div>
    </section>
  );
}
