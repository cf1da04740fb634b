import { useRef, useState } from 'preact/hooks';
import { headingOf } from '../dataset/column.ts';
import { decimalText, typedNumber } from '../reader/ui/typed-number.ts';
import { withBounds, type Bounds } from './bounds.ts';
import { useShared } from './shared.ts';
import { boundedColumns, type BoundedColumn } from './table-columns.ts';
import { boundsWords } from './words.ts';

type End = 'from' | 'to';

/** A bound as it was typed: null for none, undefined for what an address has no words for. */
function boundOf(text: string, unit?: string): number | null | undefined {
  const typed = typedNumber(text, unit);
  if (typed === null) return null;
  return typeof typed === 'number' && /^\d{1,6}(\.\d{1,4})?$/.test(decimalText(typed)) ? typed : undefined;
}

/** Filters the models of the page by what is published of each. */
export function WithinControl() {
  const { bench } = useShared();
  const { within } = bench.options;
  const [chosen, choose] = useState<BoundedColumn | null>(null);
  const isOpened = useRef(false);
  if (within.length > 0) isOpened.current = true;
  const column = chosen ?? within[0]?.column ?? 'rank_low';
  const bounds = within.find((each) => each.column === column);
  const set = (change: Partial<Bounds>) => {
    const next = withBounds(within, { from: null, to: null, ...bounds, column, ...change });
    if (next !== within) bench.choose({ within: next });
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
        key={`${column} ${end} ${bounds?.[end] ?? ''}`}
        defaultValue={String(bounds?.[end] ?? '')}
        onChange={({ currentTarget }) => {
          const bound = boundOf(
            currentTarget.value,
            boundedColumns.find(({ name }) => name === column)?.unit,
          );
          const other = bounds?.[end === 'from' ? 'to' : 'from'] ?? null;
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
        {within.length > 0
          ? `Kept: ${within.map(boundsWords).join(', ')}`
          : 'Filter by rank or carbon among all models'}
      </summary>
      <div class="table-tools">
        <label>
          <span>Column</span>
          <select
            value={column}
            onChange={({ currentTarget }) => choose(currentTarget.value as BoundedColumn)}
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
        <button
          type="button"
          class="tool-button"
          onClick={() => within.length > 0 && bench.choose({ within: [] })}
        >
          Clear
        </button>
      </div>
      <p class="plot-note">
        These numbers are of each model among all of its preparation, as published; a slice does not compute
        them anew. A stroke along such an axis sets the same bounds. They are of this page alone: the chapters
        do not know them.
      </p>
    </details>
  );
}
