import { useRef, useState } from 'preact/hooks';
import { headingOf } from '../dataset/column.ts';
import type { Within } from './options.ts';
import { useShared } from './shared.ts';
import { boundedColumns, type EstimateColumn } from './table-columns.ts';
import { withinWords } from './words.ts';

type End = 'from' | 'to';

/** A bound as it was typed, a comma read as a point: null for none, undefined for what is no number from 0 up. */
function boundOf(typed: string): number | null | undefined {
  const text = typed.trim().replace(',', '.');
  if (text === '') return null;
  return /^\d{1,6}(\.\d{1,4})?$/.test(text) ? Number(text) : undefined;
}

/** Filters the models of the page by what is published of each. */
export function WithinControl() {
  const { bench } = useShared();
  const { within } = bench.options;
  const [chosen, choose] = useState<EstimateColumn>('rank_low');
  const isOpened = useRef(false);
  if (within) isOpened.current = true;
  const column = within?.column ?? chosen;
  const set = (change: Partial<Within>) => {
    const next = { from: null, to: null, ...within, column, ...change };
    const empty = next.from === null && next.to === null;
    if (!empty || within) bench.choose({ within: empty ? null : next });
  };
  const field = (end: End) => (
    <label>
      <span>{end}</span>
      <input
        type="text"
        inputMode="decimal"
        autocomplete="off"
        size={6}
        // Made anew with its value, so that what could not be read does not stay.
        key={`${column} ${end} ${within?.[end] ?? ''}`}
        defaultValue={String(within?.[end] ?? '')}
        onChange={({ currentTarget }) => {
          const bound = boundOf(currentTarget.value);
          const other = within?.[end === 'from' ? 'to' : 'from'] ?? null;
          const crossed =
            typeof bound === 'number' && other !== null && (end === 'from' ? bound > other : bound < other);
          currentTarget.setCustomValidity(
            bound === undefined
              ? 'Write a number from 0 up.'
              : crossed
                ? 'The first bound is above the second.'
                : '',
          );
          if (currentTarget.reportValidity()) set({ [end]: bound });
        }}
      />
    </label>
  );
  return (
    <details class="within" open={isOpened.current}>
      <summary>
        {within ? `Kept: ${withinWords(within)}` : 'Filter by rank or carbon among all models'}
      </summary>
      <div class="table-tools">
        <label>
          <span>Column</span>
          <select
            value={column}
            onChange={({ currentTarget }) => {
              const next = currentTarget.value as EstimateColumn;
              choose(next);
              if (within) set({ column: next });
            }}
          >
            {boundedColumns.map((each) => (
              <option key={each.name} value={each.name}>
                {headingOf(each)}
              </option>
            ))}
          </select>
        </label>
        {field('from')}
        {field('to')}
        <button type="button" class="tool-button" onClick={() => within && bench.choose({ within: null })}>
          Clear
        </button>
      </div>
      <p class="plot-note">
        These numbers are of each model among all of its preparation, as published; a slice does not compute
        them anew. The filter is of this page alone: the chapters do not know it.
      </p>
    </details>
  );
}
