import { render } from 'preact';
import { useState } from 'preact/hooks';
import { SaveButton } from '../reader/ui/save-button.tsx';
import { QuickChart, type QuickChartProps } from './quick-chart.tsx';
import { longestCell, ResultTable } from './result-table.tsx';
import { pageWords } from './result-words.ts';

/** A result with what is needed to show and keep it. */
export interface ShownResult extends QuickChartProps {
  /** Hands the reader the result as a file. */
  save(): Promise<unknown>;
}

const rowsOfPage = 100;

let shownBefore = 0;

/** Shows a result in the page, in the place of the one before. */
export function showResult(host: HTMLElement, shown: ShownResult): void {
  // A new key: nothing of the result before, its page or its chart, is of this one.
  render(<ResultView key={++shownBefore} {...shown} />, host);
}

function ResultView({ save, ...shown }: ShownResult) {
  const { result } = shown;
  const [page, setPage] = useState(0);
  const pages = Math.max(Math.ceil(result.shown.length / rowsOfPage), 1);
  const from = page * rowsOfPage;
  const rows = result.shown.slice(from, from + rowsOfPage);
  const cut =
    !result.plan && rows.some((row) => row.some((value) => value !== null && value.length > longestCell));
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
      {result.plan ? (
        <pre class="sql-plan" role="region" aria-label="Plan of the query" tabIndex={0}>
          {rows.map(([text]) => text).join('\n')}
        </pre>
      ) : (
        <>
          <ResultTable result={result} label="Result of the query" from={from} to={from + rows.length} />
          <QuickChart {...shown} />
        </>
      )}
    </>
  );
}
