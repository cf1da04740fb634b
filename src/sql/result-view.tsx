import { render } from 'preact';
import { useState } from 'preact/hooks';
import { SaveButton } from '../reader/ui/save-button.tsx';
import type { ColumnKind } from './column-kind.ts';
import { QuickChart } from './quick-chart.tsx';
import type { Result } from './result.ts';
import { pageWords } from './result-words.ts';

/** A result with what is needed to show and keep it. */
export interface ShownResult {
  result: Result;
  /** Address of the folder of compiled charts. */
  plots: string;
  /** Hands the reader the result as a file. */
  save(): Promise<unknown>;
}

const rowsOfPage = 100;

// A cell that filled the window would hide the rest; the file has the whole value.
const longestCell = 300;

let shownBefore = 0;

/** Shows a result in the page, in the place of the one before. */
export function showResult(host: HTMLElement, shown: ShownResult): void {
  // A new key: nothing of the result before, its page or its chart, is of this one.
  render(<ResultView key={++shownBefore} {...shown} />, host);
}

function ResultView({ result, plots, save }: ShownResult) {
  const [page, setPage] = useState(0);
  const pages = Math.max(Math.ceil(result.shown.length / rowsOfPage), 1);
  const from = page * rowsOfPage;
  const rows = result.shown.slice(from, from + rowsOfPage);
  const cut = rows.some((row) => row.some((value) => value !== null && value.length > longestCell));
  return (
    <>
      <div class="sql-result-line">
        <SaveButton save={save} />
        {pages > 1 && (
          <>
            <button type="button" class="tool-button" disabled={page === 0} onClick={() => setPage(page - 1)}>
              Previous rows
            </button>
            <button
              type="button"
              class="tool-button"
              disabled={page === pages - 1}
              onClick={() => setPage(page + 1)}
            >
              Next rows
            </button>
            <span role="status">{pageWords(from + 1, from + rows.length, result)}</span>
          </>
        )}
        {cut && (
          <span>
            Values end after {longestCell} characters in this table, with …; the file has them whole.
          </span>
        )}
      </div>
      <div class="sql-table" role="region" aria-label="Result of the query" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {result.columns.map(({ name, type }, index) => (
                <th scope="col" data-type={result.kinds[index]}>
                  <span class="sql-name">{name}</span>
                  <span class="sql-type">{shortened(type, 40)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={from + index}>
                {row.map((value, column) => (
                  <Cell value={value} kind={result.kinds[column]} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <QuickChart result={result} plots={plots} />
    </>
  );
}

function Cell({ value, kind }: { value: string | null; kind: ColumnKind | undefined }) {
  if (value === null)
    return (
      <td class="sql-null" data-type={kind}>
        NULL
      </td>
    );
  return <td data-type={kind}>{shortened(value, longestCell)}</td>;
}

const shortened = (text: string, most: number) => (text.length > most ? `${text.slice(0, most)}…` : text);
