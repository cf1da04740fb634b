import { describeSlice, preparationOf, sameSlice, wholeTable, type Slice } from '../../slice/slice.ts';
import type { PreparationId } from '../../dataset/grouping.ts';
import type { Progress } from '../../engine/browser.ts';
import { noticeOf } from '../../slice/unknown-parameters.ts';
import { isFailedImport, reasonOf } from '../failed-import.ts';

/** What the line under the bar says: texts and buttons, or how much of the engine has arrived. */
export type Line = readonly (string | Offer)[] | Progress;

/** A button in the line, with the event that pressing it is. */
export interface Offer {
  text: string;
  press: BarEvent;
}

/** What the bar knows and shows. */
export interface BarState {
  /** Models of each preparation. */
  totals: Readonly<Record<PreparationId, number>>;
  slice: Slice;
  /** Counts what was asked of the page; what answers an older ask is not heard. */
  run: number;
  /** Whether parts of the page answer slices by themselves; such a page has nothing published to show. */
  asksAlways: boolean;
  /** The slice that the address puts beside the page's, which is then answered also where it keeps all models. */
  versus: Slice | null;
  /** Whether a slice waits for its answer. */
  waits: boolean;
  /** Whether the numbers of the page are about to change. */
  isPending: boolean;
  isOpen: boolean;
  canUndo: boolean;
  canRedo: boolean;
  /** What the page shows, in words. */
  text: string;
  /** The count within the form. */
  count: string;
  /** What could not be read of the address. */
  notice: string;
  /** What cannot be read in the form; the slice stays as it was until that is put right. */
  problem: string;
  /** Unknown parameters, and a slice to compare with that cannot be read, of which the reader has been told. */
  unknown: string;
  line: Line;
}

/** How far the answer to a slice has come. */
export type Answered =
  | ({ type: 'progress' } & Progress)
  | { type: 'counted'; models: number }
  /** Every text of the page answers. */
  | { type: 'answered' }
  /** So do the charts. */
  | { type: 'remarked'; remarks: readonly (string | Offer)[] };

/** What happens to the bar. */
export type BarEvent =
  /** A slice was read from the address. */
  | {
      type: 'read';
      slice: Slice;
      versus: Slice | null;
      problems: readonly string[];
      /** What could not be read of the slice to compare with. */
      unread: readonly string[];
      unknown: readonly string[];
    }
  /** A part of the page joined that answers slices by itself. */
  | { type: 'joined' }
  /** The same slice is asked again. */
  | { type: 'again' }
  | (Answered & { run: number })
  | { type: 'failed'; run: number; error: unknown }
  /** The page shows what is published. */
  | { type: 'restored'; run: number }
  | { type: 'toggled' }
  /** The form has what it needs, or will do without. */
  | { type: 'opened' }
  | { type: 'unread'; problem: string }
  /** The form is being changed to a slice of so many models. */
  | { type: 'previewed'; slice: Slice; models: number }
  | { type: 'stepped'; canUndo: boolean; canRedo: boolean }
  | { type: 'chosen'; slice: Slice }
  | { type: 'said'; text: string }
  | { type: 'dismissed' }
  | { type: 'reset' }
  | Command;

/** What a button does that changes nothing in the bar itself. */
type Command =
  { type: 'undo' } | { type: 'redo' } | { type: 'copy' } | { type: 'cancel' } | { type: 'reload' };

/** What the page is to do. */
export type Effect =
  /** Shows the slice in the form and in the links of the page. */
  | { type: 'show' }
  | { type: 'answer'; slice: Slice; run: number }
  | { type: 'restore'; run: number }
  | { type: 'open' }
  | { type: 'go'; slice: Slice }
  | Command;

type Next = readonly [BarState, ...Effect[]];

/** Whether a slice filters nothing. */
export const isWhole = (slice: Slice) => sameSlice(slice, wholeTable);
const figures = (value: number) => value.toLocaleString('en');

function count({ totals }: BarState, slice: Slice, models: number): string {
  const total = figures(totals[preparationOf(slice)]);
  return isWhole(slice) ? `All ${total} models` : `${figures(models)} of ${total} models`;
}

/** Says what the page shows: all models, or how many the slice keeps and which. */
function showing(state: BarState, models: number): BarState {
  const { slice } = state;
  const words = describeSlice(slice);
  if (preparationOf(slice) === 'prepared') words.push('the notebook’s preparation');
  const text = count(state, slice, models);
  return { ...state, count: text, text: words.length > 0 ? `${text}: ${words.join(', ')}` : text };
}

/** The bar of a page that shows what is published. */
export const published = (totals: BarState['totals'], asksAlways: boolean): BarState =>
  showing(
    {
      totals,
      slice: wholeTable,
      run: 0,
      asksAlways,
      versus: null,
      waits: false,
      isPending: false,
      isOpen: false,
      canUndo: false,
      canRedo: false,
      text: '',
      count: '',
      notice: '',
      problem: '',
      unknown: '',
      line: [],
    },
    0,
  );

/** Says what the reader should know: of the address, of the form since, and of the slice. The reader may put it away. */
function telling(state: BarState, remarks: readonly (string | Offer)[] = []): BarState {
  const parts = [state.notice, state.problem, ...remarks].filter((part) => part !== '');
  return {
    ...state,
    line: parts.length > 0 ? [...parts, { text: 'Dismiss', press: { type: 'dismissed' } }] : [],
  };
}

function ask(before: BarState): Next {
  const run = before.run + 1;
  const { slice } = before;
  const state = { ...before, run };
  return isWhole(slice) && !state.asksAlways && !state.versus
    ? [telling(showing({ ...state, waits: false }, 0)), { type: 'show' }, { type: 'restore', run }]
    : [
        { ...state, waits: true, isPending: true, count: 'Counting …' },
        { type: 'show' },
        { type: 'answer', slice, run },
      ];
}

function fail(state: BarState, run: number, error: unknown): Next {
  const reason =
    error instanceof DOMException && error.name === 'AbortError'
      ? 'Loading was cancelled'
      : `The slice could not be answered: ${reasonOf(error)}`;
  return [
    {
      ...state,
      // What still loads no longer speaks of its progress: nothing waits for it.
      waits: false,
      isPending: false,
      text: count(state, wholeTable, 0),
      count: '',
      line: [
        `${state.notice} ${reason}. The page shows the published numbers.`.trimStart(),
        isFailedImport(error)
          ? { text: 'Reload the page', press: { type: 'reload' } }
          : { text: 'Try again', press: { type: 'again' } },
      ],
    },
    { type: 'restore', run },
  ];
}

/** What an event makes of the bar, and what the page is to do. */
export function next(state: BarState, event: BarEvent): Next {
  if ('run' in event && event.run !== state.run) return [state];
  switch (event.type) {
    case 'read': {
      const { slice, versus } = event;
      // What is left of B is named beside it.
      const unread = versus ? '' : event.unread.join('. ');
      const unknown = [...event.unknown.map((name) => `&${name}`), unread].join('');
      const isNew = unknown !== state.unknown;
      const notice = [
        noticeOf(event.problems, isNew ? event.unknown : []),
        isNew && unread !== '' ? `The slice to compare with cannot be read: ${unread}.` : '',
      ];
      return ask({ ...state, slice, versus, notice: notice.join(' ').trim(), unknown, problem: '' });
    }
    case 'joined':
      return ask({ ...state, asksAlways: true });
    case 'again':
      return ask(state);
    case 'progress':
      return [state.waits ? { ...state, line: event } : state];
    case 'counted':
      return [showing(state, event.models)];
    case 'answered':
      return [telling(state)];
    case 'remarked': {
      const answered = { ...state, waits: false, isPending: false };
      // What still tells of progress has nothing left to wait for.
      const ends = event.remarks.length > 0 || 'loaded' in state.line;
      return [ends ? telling(answered, event.remarks) : answered];
    }
    case 'failed':
      return fail(state, event.run, event.error);
    case 'restored':
      return [{ ...state, isPending: false }];
    case 'toggled':
      return state.isOpen ? [{ ...state, isOpen: false }] : [state, { type: 'open' }];
    case 'opened':
      return [{ ...state, isOpen: true }];
    case 'unread':
      return [{ ...state, problem: event.problem, line: [event.problem] }];
    case 'previewed':
      return [{ ...state, count: count(state, event.slice, event.models) }];
    case 'stepped':
      return [{ ...state, canUndo: event.canUndo, canRedo: event.canRedo }];
    case 'chosen':
      return [state, { type: 'go', slice: event.slice }];
    case 'said':
      return [{ ...state, line: [event.text] }];
    case 'dismissed':
      return [{ ...state, line: [] }];
    case 'reset':
      return [state, { type: 'go', slice: wholeTable }];
    case 'undo':
    case 'redo':
    case 'copy':
    case 'cancel':
    case 'reload':
      return [state, event];
  }
}
