import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parseSlice, wholeTable } from '../../src/slice/slice.ts';
import { fakeBrowser } from './fake-browser.ts';

const page = 'https://example.org/report/size/';
const slice = (query: string) => parseSlice(new URLSearchParams(query)).slice;

let browser: ReturnType<typeof fakeBrowser>;
let address: typeof import('../../src/reader/address.ts');
let moves: typeof import('../../src/reader/address-moves.ts');
let reader: typeof import('../../src/reader/reader-slice.ts');

async function open(at: string, before = 0) {
  vi.resetModules();
  browser = fakeBrowser(at, before);
  address = await import('../../src/reader/address.ts');
  moves = await import('../../src/reader/address-moves.ts');
  reader = await import('../../src/reader/reader-slice.ts');
}

beforeEach(() => open(page));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

const undo = (times = 1) => {
  for (let press = 0; press < times; press++) moves.move(-1);
  browser.settle();
};
const redo = () => {
  moves.move(1);
  browser.settle();
};

describe('where the browser refuses to write its history', () => {
  const refuse = () => {
    throw new DOMException('Too many calls.', 'SecurityError');
  };

  test('the page starts and lives on', async () => {
    vi.resetModules();
    browser = fakeBrowser(page);
    history.replaceState = refuse;
    address = await import('../../src/reader/address.ts');
    address.replaceAddress(`${page}?name=a`);
    expect(browser.address()).toBe(page);
    address.stepTo(`${page}?size=9-40`);
    expect(browser.address()).toBe(`${page}?size=9-40`);
    expect(address.canUndo()).toBe(true);
  });

  test('a step asks for the page anew, and nothing is there to undo', () => {
    const assign = vi.fn();
    Object.assign(location, { assign });
    history.pushState = refuse;
    address.stepTo(`${page}?size=9-40`);
    expect(assign).toHaveBeenCalledExactlyOnceWith(`${page}?size=9-40`);
    expect(address.canUndo()).toBe(false);
  });
});

describe('a step', () => {
  test('is an entry of the history, and can be undone and redone', () => {
    expect([address.canUndo(), address.canRedo()]).toEqual([false, false]);
    address.stepTo(`${page}?size=9-40`);
    expect(browser.addresses()).toEqual([page, `${page}?size=9-40`]);
    expect([address.canUndo(), address.canRedo()]).toEqual([true, false]);
    undo();
    expect(browser.address()).toBe(page);
    expect([address.canUndo(), address.canRedo()]).toEqual([false, true]);
    redo();
    expect(browser.address()).toBe(`${page}?size=9-40`);
    expect([address.canUndo(), address.canRedo()]).toEqual([true, false]);
  });

  test('to the address that the page has is none', () => {
    address.stepTo(page);
    expect(browser.addresses()).toEqual([page]);
    expect(address.canUndo()).toBe(false);
  });

  test('cuts off what lay ahead', () => {
    address.stepTo(`${page}?size=9-40`);
    undo();
    address.stepTo(`${page}?moe=yes`);
    expect(browser.addresses()).toEqual([page, `${page}?moe=yes`]);
    expect(address.canRedo()).toBe(false);
  });

  test('that takes the place of the present one is no entry of its own', () => {
    address.stepTo(`${page}?name=a`);
    address.replaceAddress(`${page}?name=ab`);
    expect(browser.addresses()).toEqual([page, `${page}?name=ab`]);
    undo();
    expect(browser.address()).toBe(page);
  });
});

test('undo leads past links to parts of the page, never off it, and takes every press', () => {
  address.stepTo(`${page}?size=9-40`);
  browser.follow('#figure');
  address.stepTo(`${page}?moe=yes#figure`);
  undo(5);
  expect(browser.address()).toBe(page);
  undo();
  expect(browser.address()).toBe(page);
});

test('a move leaves the reader where the first press was, with the focus', () => {
  address.stepTo(`${page}?size=9-40`);
  address.stepTo(`${page}?moe=yes`);
  browser.scroll(5000);
  moves.move(-1);
  moves.move(-1);
  browser.scroll(0);
  browser.settle();
  expect(browser.placed).toEqual([5000, { preventScroll: true }]);
});

describe('where the browser has dropped the first steps', () => {
  const steps = (count: number) => {
    for (let step = 1; step <= count; step++) address.stepTo(`${page}?size=${step}-`);
  };

  test.each([0, 3])(
    'every undo has an effect, after %i other pages, and so has every redo',
    async (before) => {
      await open(page, before);
      steps(60);
      let presses = 0;
      while (address.canUndo()) {
        const at = browser.address();
        undo();
        expect(browser.address()).not.toBe(at);
        presses += 1;
      }
      expect(presses).toBe(49);
      for (; address.canRedo(); presses--) redo();
      expect([browser.address(), presses]).toEqual([`${page}?size=60-`, 0]);
    },
  );

  test('links to parts of the page count', () => {
    browser.follow('#figure');
    browser.follow('#other');
    steps(49);
    for (let presses = 0; presses < 48; presses++) undo();
    expect(browser.address()).toBe(`${page}?size=1-`);
    expect(address.canUndo()).toBe(true);
    undo();
    expect(browser.address()).toBe(`${page}#other`);
    expect(address.canUndo()).toBe(false);
  });
});

describe('a move that the browser does not make', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('ends, and there is nothing further to go to', () => {
    address.stepTo(`${page}?size=9-40`);
    address.stepTo(`${page}?moe=yes`);
    undo();
    const heard: boolean[][] = [];
    address.onSteps(() => heard.push([address.canUndo(), address.canRedo()]));
    const { go } = history;
    history.go = () => undefined;
    moves.move(1);
    moves.move(1);
    vi.runAllTimers();
    moves.move(-1);
    vi.runAllTimers();
    expect(heard).toEqual([
      [true, false],
      [false, false],
    ]);
    history.go = go;
    address.stepTo(`${page}?size=1-`);
    expect(address.canUndo()).toBe(true);
    undo();
    expect(browser.address()).toBe(`${page}?size=9-40`);
  });

  test('may come late: then there is more to go back to', () => {
    for (const size of [1, 2, 3]) address.stepTo(`${page}?size=${size}-`);
    moves.move(-1);
    vi.runAllTimers();
    expect(address.canUndo()).toBe(false);
    browser.settle();
    expect(browser.address()).toBe(`${page}?size=2-`);
    expect([address.canUndo(), address.canRedo()]).toEqual([true, true]);
    undo();
    expect(browser.address()).toBe(`${page}?size=1-`);
  });

  test('counts no more once it has been made', () => {
    address.stepTo(`${page}?size=9-40`);
    undo();
    vi.runAllTimers();
    expect([address.canUndo(), address.canRedo()]).toEqual([false, true]);
  });
});

test('a query behind the # is a step of its own', () => {
  address.stepTo(`${page}#q=SELECT+1`);
  address.stepTo(`${page}#q=SELECT+2`);
  undo();
  expect(browser.address()).toBe(`${page}#q=SELECT+1`);
});

test('who listens hears of every change of what can be undone', () => {
  const heard: boolean[][] = [];
  address.onSteps(() => heard.push([address.canUndo(), address.canRedo()]));
  address.stepTo(`${page}?size=9-40`);
  browser.back();
  expect(heard).toEqual([
    [true, false],
    [false, true],
  ]);
});

test('Back and Forward are heard, with whether they lead to a part of the page only', () => {
  const heard: boolean[] = [];
  const stop = address.onBackAndForward((toPart) => heard.push(toPart));
  browser.follow('#figure');
  address.stepTo(`${page}?size=9-40#figure`);
  expect(heard).toEqual([true]);
  browser.back();
  browser.back();
  expect(heard).toEqual([true, false, true]);
  stop();
  browser.forward();
  expect(heard).toHaveLength(3);
});

describe('the slice of the reader', () => {
  test('is read from the address; a step to it keeps all else that the address says', async () => {
    await open(`${page}?utm=%20x&size=1-9&q=SELECT%201#part`);
    expect(reader.readerSlice()).toEqual({ slice: slice('size=1-9'), problems: [] });
    reader.goToSlice(slice('moe=yes&size=9-40'));
    expect(browser.address()).toBe(`${page}?size=9-40&moe=yes&utm=%20x&q=SELECT%201#part`);
    reader.goToSlice(wholeTable);
    expect(browser.address()).toBe(`${page}?utm=%20x&q=SELECT%201#part`);
  });

  test('is told at every step, also at one that is none, and when the browser goes back', () => {
    const heard: string[] = [];
    reader.onReaderSlice(({ slice: each }) => heard.push(String(each.size.above)));
    reader.goToSlice(slice('size=9-40'));
    reader.goToSlice(slice('size=9-40'));
    expect(browser.addresses()).toHaveLength(2);
    browser.follow('#figure');
    browser.back();
    browser.back();
    expect(heard).toEqual(['9', '9', 'null']);
  });

  test('of a word that is being typed is one step, however many letters it has', () => {
    reader.goToSlice(slice('name=a'));
    reader.goToSlice(slice('name=ab'), address.replaceAddress);
    expect(browser.addresses()).toEqual([page, `${page}?name=ab`]);
  });
});

test('nothing else reads or writes the address, or hears the browser go back and forward', () => {
  const touches =
    /\blocation\s*\.\s*(?!reload\b)\w|\bhistory\s*\.\s*\w+(?=\s*[(;,)])|['"`](?:popstate|hashchange)|\b(?:replace|push)State\b/;
  const found = readdirSync('src', { recursive: true, encoding: 'utf8' })
    // The part of the page after “#” is no state of it, and has a file of its own.
    .filter((file) => /\.(?:ts|tsx|astro)$/.test(file) && !/^reader.address(?:-part|-moves)?\.ts$/.test(file))
    .flatMap((file) =>
      readFileSync(join('src', file), 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          touches.test(line) && !/^\s*(?:\/\/|\/?\*)/.test(line)
            ? [`src/${file}:${index + 1}: ${line.trim()}`]
            : [],
        ),
    );
  expect(found).toEqual([]);
});
