import { describe, expect, test } from 'vitest';
import {
  next,
  published,
  type BarEvent,
  type BarState,
  type Effect,
  type Line,
} from '../../../src/reader/bar/machine.ts';
import { parseSlice, wholeTable, type Slice } from '../../../src/slice/slice.ts';

const slice = (query: string) => parseSlice(new URLSearchParams(query)).slice;
const totals = { reviewed: 3000, prepared: 2000 };
const start = published(totals, false);

/** A bar to which things happen one after the other, with all that it asked of the page. */
function bar(state: BarState = start) {
  const effects: Effect[] = [];
  return {
    effects,
    get state() {
      return state;
    },
    send(...events: BarEvent[]) {
      for (const event of events) {
        const [after, ...asked] = next(state, event);
        state = after;
        effects.push(...asked);
      }
      return this;
    },
    /** What was asked since the last time. */
    asked: () => effects.splice(0),
  };
}

const read = (
  query: string,
  unknown: string[] = [],
  versus: Slice | null = null,
  unread: string[] = [],
): BarEvent => {
  const { slice: each, problems } = parseSlice(new URLSearchParams(query));
  return { type: 'read', slice: each, versus, problems, unread, unknown };
};

/** The line as a reader sees it: texts, and buttons in brackets. */
const seen = (line: Line) =>
  'loaded' in line
    ? `${line.loaded} of ${line.total}`
    : line.map((part) => (typeof part === 'string' ? part : `[${part.text}]`)).join(' ');

function lastOffer(line: Line): BarEvent {
  const part = 'loaded' in line ? undefined : line.at(-1);
  if (part === undefined || typeof part === 'string') throw new Error('The line offers nothing.');
  return part.press;
}

test('a page without a slice shows what is published and asks nothing of the engine', () => {
  const one = bar().send(read(''));
  expect(one.asked()).toEqual([{ type: 'show' }, { type: 'restore', run: 1 }]);
  expect(one.state).toMatchObject({ text: 'All 3,000 models', count: 'All 3,000 models', line: [] });
  expect(one.send({ type: 'restored', run: 1 }).state.isPending).toBe(false);
});

test('all models are answered where another slice stands beside them, and no longer when it goes', () => {
  const one = bar().send(read('', [], slice('type=chat')));
  expect(one.asked()).toEqual([{ type: 'show' }, { type: 'answer', slice: wholeTable, run: 1 }]);
  expect(one.send(read('')).asked()).toEqual([{ type: 'show' }, { type: 'restore', run: 2 }]);
});

test('a slice is counted, answered and remarked on', () => {
  const one = bar().send(read('size=9-40'));
  const sliced = slice('size=9-40');
  expect(one.asked()).toEqual([{ type: 'show' }, { type: 'answer', slice: sliced, run: 1 }]);
  expect(one.state).toMatchObject({ text: 'All 3,000 models', count: 'Counting …', isPending: true });
  one.send({ type: 'counted', run: 1, models: 1234 });
  expect(one.state).toMatchObject({
    text: '1,234 of 3,000 models: over 9 to 40 B',
    count: '1,234 of 3,000 models',
    isPending: true,
  });
  one.send({ type: 'answered', run: 1 }, { type: 'remarked', run: 1, remarks: [] });
  expect(one.state).toMatchObject({ isPending: false, line: [] });
  expect(one.asked()).toEqual([]);
});

test('a slice of the notebook’s preparation is counted among its models and says so', () => {
  const one = bar().send(read('preparation=prepared'), { type: 'counted', run: 1, models: 2000 });
  expect(one.state.text).toMatch(/^2,000 of 2,000 models: the .+ preparation$/);
});

describe('loading', () => {
  const progress: BarEvent = { type: 'progress', run: 1, loaded: 1, total: 7, step: 0, steps: 1 };

  test('is told as long as a slice waits for it', () => {
    expect(seen(bar().send(read('moe=yes'), progress).state.line)).toBe('1 of 7');
  });

  test('is not told where nothing waits: at rest, after a reset, after a failure', () => {
    const failed: BarEvent = { type: 'failed', run: 1, error: new Error('No.') };
    expect(seen(bar().send({ ...progress, run: 0 }).state.line)).toBe('');
    expect(seen(bar().send(read('moe=yes'), progress, read(''), { ...progress, run: 2 }).state.line)).toBe(
      '',
    );
    expect(seen(bar().send(read('moe=yes'), failed, progress).state.line)).toContain('No.');
  });

  test('that is cancelled is said, and can be tried again', () => {
    const one = bar().send(read('moe=yes'), progress, { type: 'cancel' });
    expect(one.asked().at(-1)).toEqual({ type: 'cancel' });
    one.send({ type: 'failed', run: 1, error: new DOMException('Stopped.', 'AbortError') });
    expect(seen(one.state.line)).toBe(
      'Loading was cancelled. The page shows the published numbers. [Try again]',
    );
    expect(one.state).toMatchObject({ text: 'All 3,000 models', count: '', isPending: false });
    expect(one.asked()).toEqual([{ type: 'restore', run: 1 }]);
  });
});

describe('a failure', () => {
  const fail = (error: unknown) => bar().send(read('moe=yes'), { type: 'failed', run: 1, error });

  test('is told with its reason; trying again asks the same slice', () => {
    const one = fail(new Error('The server is away.'));
    expect(seen(one.state.line)).toBe(
      'The slice could not be answered: The server is away. The page shows the published numbers. [Try again]',
    );
    one.asked();
    one.send(lastOffer(one.state.line));
    expect(one.asked().at(-1)).toEqual({ type: 'answer', slice: slice('moe=yes'), run: 2 });
    expect(one.state).toMatchObject({ isPending: true, count: 'Counting …' });
  });

  test('of a script that did not come needs the page anew', () => {
    const one = fail(new TypeError('Failed to fetch dynamically imported module: x.js'));
    expect(seen(one.state.line)).toMatch(/reload the page\. .* \[Reload the page\]$/);
    one.asked();
    one.send(lastOffer(one.state.line));
    expect(one.asked()).toEqual([{ type: 'reload' }]);
  });

  test('does not unsay what could not be read of the address', () => {
    const one = bar().send(read('moe=yes&size=banana'), { type: 'failed', run: 1, error: new Error('No.') });
    expect(seen(one.state.line)).toMatch(
      /^Left out of the slice: “banana” .*\. The slice could not be answered: No\./,
    );
  });
});

describe('of several slices the newest counts', () => {
  test.each<BarEvent>([
    { type: 'counted', run: 1, models: 5 },
    { type: 'answered', run: 1 },
    { type: 'remarked', run: 1, remarks: ['Of the older one.'] },
    { type: 'failed', run: 1, error: new Error('Of the older one.') },
    { type: 'restored', run: 1 },
  ])('$type of an older one is not heard', (late) => {
    const one = bar().send(read('size=9-40'), read('moe=yes'));
    const before = one.state;
    one.asked();
    expect(one.send(late).state).toBe(before);
    expect(one.asked()).toEqual([]);
  });

  test('a reset that a slice follows at once does not end the wait for its answer', () => {
    const one = bar().send(read('size=9-40'), read(''), read('moe=yes'), { type: 'restored', run: 2 });
    expect(one.state.isPending).toBe(true);
  });
});

describe('a slice to compare with that cannot be read', () => {
  const unread = (query: string) => read(query, [], null, ['“x” is no filter']);

  test('is said once, and the page shows what it would without it', () => {
    const one = bar().send(unread(''));
    expect(one.asked()).toEqual([{ type: 'show' }, { type: 'restore', run: 1 }]);
    expect(seen(one.state.line)).toBe(
      'The slice to compare with cannot be read: “x” is no filter. [Dismiss]',
    );
    one.send(unread('moe=yes'), { type: 'answered', run: 2 });
    expect(one.state.line).toEqual([]);
  });

  test('in part stands beside the rest of it', () => {
    const one = bar().send(read('', [], slice('type=chat'), ['“x” is no filter']));
    expect(one.asked().at(-1)).toEqual({ type: 'answer', slice: wholeTable, run: 1 });
    expect(one.state.notice).toBe('');
  });
});

describe('what the reader should know', () => {
  test('of the address and of the slice is told together, and can be put away', () => {
    const offer = {
      text: 'Take “google”',
      press: { type: 'chosen' as const, slice: slice('organisation=google') },
    };
    const one = bar().send(
      read('organisation=gogle&size=9-1', ['foo']),
      { type: 'answered', run: 1 },
      { type: 'remarked', run: 1, remarks: ['No model has it.', offer] },
    );
    expect(seen(one.state.line)).toMatch(
      /^Left out of the slice: “9-1” .*\. “foo” is no filter of this report\. No model has it\. \[Take “google”\] \[Dismiss\]$/,
    );
    one.asked();
    one.send(offer.press);
    expect(one.asked()).toEqual([{ type: 'go', slice: slice('organisation=google') }]);
    expect(seen(one.send({ type: 'dismissed' }).state.line)).toBe('');
  });

  test('an empty slice offers what to do without', () => {
    const offer = { text: 'Without “MoE”: 3 models', press: { type: 'chosen' as const, slice: wholeTable } };
    const one = bar().send(
      read('moe=yes'),
      { type: 'counted', run: 1, models: 0 },
      { type: 'remarked', run: 1, remarks: ['No model is in this slice.', offer] },
    );
    expect(one.state.text).toBe('0 of 3,000 models: MoE');
    expect(seen(one.state.line)).toBe('No model is in this slice. [Without “MoE”: 3 models] [Dismiss]');
  });

  test('unknown parameters are told once, not at every step', () => {
    const one = bar().send(read('', ['foo']));
    expect(seen(one.state.line)).toContain('“foo”');
    one.send(read('moe=yes', ['foo']), { type: 'answered', run: 2 });
    expect(seen(one.state.line)).toBe('');
    one.send(read('', ['foo', 'bar']));
    expect(seen(one.state.line)).toContain('“foo” and “bar” are no filters');
  });

  test('of the form stays told until a slice is read', () => {
    const one = bar().send(read('moe=yes'), { type: 'unread', problem: '“x” is no range' });
    expect(seen(one.state.line)).toBe('“x” is no range');
    one.send({ type: 'answered', run: 1 });
    expect(seen(one.state.line)).toBe('“x” is no range [Dismiss]');
    one.send(read('moe=no'), { type: 'answered', run: 2 });
    expect(seen(one.state.line)).toBe('');
  });
});

test('the bar opens once its form is there, and closes at once', () => {
  const one = bar().send({ type: 'toggled' });
  expect(one.asked()).toEqual([{ type: 'open' }]);
  expect(one.state.isOpen).toBe(false);
  expect(one.send({ type: 'opened' }).state.isOpen).toBe(true);
  expect(one.send({ type: 'toggled' }).state.isOpen).toBe(false);
  expect(one.asked()).toEqual([]);
});

test('the count of a slice that the form is being changed to shows in the form alone', () => {
  const one = bar().send(read(''), { type: 'previewed', slice: slice('moe=yes'), models: 120 });
  expect(one.state).toMatchObject({ count: '120 of 3,000 models', text: 'All 3,000 models' });
  expect(one.send(read('')).state.count).toBe('All 3,000 models');
});

test('a reset goes to the whole table', () => {
  expect(bar().send({ type: 'reset' }).asked()).toEqual([{ type: 'go', slice: wholeTable }]);
});

test('undo and redo are steps of the address, which says whether there are any', () => {
  const one = bar().send({ type: 'stepped', canUndo: true, canRedo: false });
  expect(one.state).toMatchObject({ canUndo: true, canRedo: false });
  one.send({ type: 'undo' }, { type: 'redo' }, { type: 'copy' });
  expect(one.asked()).toEqual([{ type: 'undo' }, { type: 'redo' }, { type: 'copy' }]);
  expect(seen(one.send({ type: 'said', text: 'Copied.' }).state.line)).toBe('Copied.');
});

test('a page that answers by itself has nothing published to show: the whole table is asked as well', () => {
  const one = bar(published(totals, true)).send(read(''));
  expect(one.asked().at(-1)).toEqual({ type: 'answer', slice: wholeTable, run: 1 });
  expect(one.send({ type: 'counted', run: 1, models: 3000 }).state.text).toBe('All 3,000 models');
  const late = bar().send(read(''));
  late.asked();
  expect(late.send({ type: 'joined' }).asked().at(-1)).toEqual({ type: 'answer', slice: wholeTable, run: 2 });
});
