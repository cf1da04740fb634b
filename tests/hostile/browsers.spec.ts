// Browsers that lack something or break off, and files that are missing, damaged, of another version or never come.
// Whatever it is, the published text and figures stay, a sentence says what is the matter in a reader's words, the bar
// goes on, and where the cause goes the answer comes.
import type { BrowserContext, Page, Route } from '@playwright/test';
import { notice, settled, state } from '../browser/answers.ts';
import { bar } from '../browser/bar.ts';
import { expect, test } from '../browser/report.ts';

/** A slice that no file of answers holds, so that the engine is asked. */
const asked = 'size=2-7&likes=3-';
const chapter = `size-and-score/?${asked}`;

/** What of the text answers a slice. */
const sliced = '.is-sliced:is([data-stat], [data-claim], [data-says], [data-figure])';

/** Words of a browser, a language or an engine, and signs of a value that is none. */
const innards =
  /\bundefined\b|\bNaN\b|\[object|TypeError|ReferenceError|SyntaxError|DOMException|SecurityError|QuotaExceeded|is not a (?:function|constructor)|Cannot (?:read|set) propert|WebAssembly|Failed to (?:fetch|execute)|Unexpected (?:token|end)|importScripts|\n\s+at \w/;

/** What of the page a reader can read: its own words, and nothing of the machine's. */
async function expectReadable(page: Page): Promise<void> {
  await expect(page.locator('h1').first()).toBeVisible();
  const text = await page.locator('main').first().innerText();
  expect(text.length).toBeGreaterThan(100);
  // Code that the page shows on purpose, as its examples of SQL.
  const own = await page
    .locator('main')
    .first()
    .evaluate((main) => {
      const copy = main.cloneNode(true) as HTMLElement;
      for (const each of copy.querySelectorAll('pre, code, textarea, script, style, .cm-editor'))
        each.remove();
      return copy.textContent;
    });
  const at = own.search(innards);
  expect(at < 0 ? '' : own.slice(Math.max(0, at - 100), at + 100)).toBe('');
}

async function expectFigures(page: Page): Promise<void> {
  const drawn = page.locator('[data-figure] .figure-svg svg');
  expect(await drawn.count()).toBeGreaterThan(0);
  const shown = await drawn.evaluateAll(
    (all) => all.filter((each) => each.getBoundingClientRect().height > 50).length,
  );
  expect(shown).toBeGreaterThan(0);
}

/** The bar opens and closes, and what it holds can be reached. */
async function expectBarAlive(page: Page): Promise<void> {
  await bar(page).toggle.click();
  await expect(bar(page).form).toBeVisible();
  await bar(page).toggle.click();
  await expect(bar(page).form).toBeHidden();
}

const expectAnswered = async (page: Page): Promise<void> => {
  await expect(state(page)).toContainText(/\d of 4,494 models/);
  await settled(page);
  await expect(page.locator(sliced).first()).toBeAttached();
  await expect(notice(page)).not.toContainText('published numbers');
};

const expectPublished = async (page: Page, says: RegExp): Promise<void> => {
  await expect(notice(page)).toContainText(says);
  await expect(notice(page)).toContainText('The page shows the published numbers.');
  await expect(page.locator(sliced)).toHaveCount(0);
};

// A test provokes what the console tells; an error that nobody catches stays a fault.
test.beforeEach(({ faults }) => faults.allow(/^console error/));

/** Runs in the page before its scripts. */
type Script = () => void;

const lacks = (names: string) =>
  new Function(`for (const name of ${JSON.stringify(names.split(' '))}) {
    const [key, owner] = name.split('.').reverse();
    const of = owner ? window[owner] : window;
    for (const each of [of, of?.prototype]) if (each) try { delete each[key]; } catch {}
    if (of && key in of) Object.defineProperty(of, key, { value: undefined, configurable: true });
  }`) as Script;

test.describe('a browser without something that the page can do without answers all the same', () => {
  const scripts: [name: string, script: Script][] = [
    ['ResizeObserver', lacks('ResizeObserver')],
    ['IntersectionObserver', lacks('IntersectionObserver')],
    ['requestIdleCallback', lacks('requestIdleCallback')],
    ['a store of files', lacks('caches')],
    ['IndexedDB', lacks('indexedDB')],
    ['BroadcastChannel', lacks('BroadcastChannel')],
    ['compileStreaming', lacks('WebAssembly.compileStreaming')],
    [
      'a store that answers: it throws',
      () =>
        Object.defineProperty(window, 'caches', {
          get: () => {
            throw new DOMException('The operation is insecure.', 'SecurityError');
          },
        }),
    ],
    [
      'a store that answers: it is silent',
      () =>
        void Object.assign(caches, { keys: () => new Promise(() => {}), open: () => new Promise(() => {}) }),
    ],
    [
      'a store with room',
      () => void (Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))),
    ],
    [
      'localStorage: it throws',
      () =>
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('Access is denied.', 'SecurityError');
          },
        }),
    ],
    [
      'sessionStorage: it throws',
      () =>
        Object.defineProperty(window, 'sessionStorage', {
          get: () => {
            throw new DOMException('Access is denied.', 'SecurityError');
          },
        }),
    ],
    [
      'a storage with room',
      () =>
        void (Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError');
        }),
    ],
    [
      'a history that is written',
      () => {
        history.replaceState = history.pushState = () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        };
      },
    ],
    ['a clipboard', () => Object.defineProperty(navigator, 'clipboard', { value: undefined })],
    ['entries of its performance', () => void (performance.getEntriesByType = () => [])],
  ];
  for (const [name, script] of scripts)
    test(name, async ({ page, site }) => {
      await page.addInitScript(script);
      await page.goto(site.url + chapter);
      await expectAnswered(page);
      await expectReadable(page);
      await expectFigures(page);
      await expectBarAlive(page);
    });
});

test.describe('a browser without something that a slice needs shows what is published, and says so', () => {
  const cannot = /could not be answered: .*(?:browser|reload)/i;
  const scripts: [name: string, script: Script][] = [
    ['WebAssembly', lacks('WebAssembly')],
    [
      'WebAssembly that compiles',
      () => {
        const refuse = () => Promise.reject(new WebAssembly.CompileError('forbidden'));
        WebAssembly.compile = WebAssembly.compileStreaming = refuse;
      },
    ],
    ['Worker', lacks('Worker')],
    [
      'Worker that starts',
      () => {
        window.Worker = class {
          constructor() {
            throw new DOMException('forbidden', 'SecurityError');
          }
        } as unknown as typeof Worker;
      },
    ],
    [
      'Worker that lives',
      () => {
        const Whole = Worker;
        window.Worker = class extends Whole {
          constructor(...given: ConstructorParameters<typeof Worker>) {
            super(...given);
            setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' })), 50);
          }
        };
      },
    ],
    [
      'addresses for what it made itself',
      () =>
        void (URL.createObjectURL = () => {
          throw new TypeError('Failed to execute createObjectURL');
        }),
    ],
    [
      'memory',
      () =>
        void (WebAssembly.compile = WebAssembly.compileStreaming =
          () => Promise.reject(new RangeError('could not allocate memory'))),
    ],
  ];
  for (const [name, script] of scripts)
    test(name, async ({ page, site }) => {
      await page.addInitScript(script);
      await page.goto(site.url + chapter);
      await expectPublished(page, cannot);
      await expectReadable(page);
      await expectFigures(page);
      await expectBarAlive(page);
      await bar(page).reset.click();
      await expect(notice(page)).toBeHidden();
      await expect(state(page)).toContainText('4,494');
    });
});

/** Ways in which a file does not come as it should. */
const failures: Readonly<Record<string, (route: Route) => Promise<unknown>>> = {
  missing: (route) => route.fulfill({ status: 404, body: 'Not found' }),
  'an error of the server': (route) => route.fulfill({ status: 500, body: '<h1>Error</h1>' }),
  'cut off': (route) => route.abort('connectionreset'),
  'a page to sign in': (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Sign in' }),
  empty: (route) => route.fulfill({ body: '' }),
  'of another version': (route) => route.fulfill({ contentType: 'application/json', body: '{"version":99}' }),
  half: async (route) => {
    const body = await (await route.fetch()).body();
    await route.fulfill({ body: body.subarray(0, body.length / 2) });
  },
  damaged: async (route) => {
    const body = Buffer.from(await (await route.fetch()).body());
    for (let at = 100; at < body.length; at += 997) body[at]! ^= 0xff;
    await route.fulfill({ body });
  },
};

async function failing(context: BrowserContext, files: RegExp, how: string): Promise<() => Promise<void>> {
  await context.route(files, (route) => failures[how]!(route).catch(() => undefined));
  return () => context.unroute(files);
}

test.describe('a file of the engine', () => {
  const files: [name: string, files: RegExp, how: readonly string[]][] = [
    ['list of files', /engine\/manifest\.json/, Object.keys(failures)],
    ['engine', /\.wasm\.zst$/, ['missing', 'cut off', 'half', 'damaged']],
    ['tables', /\.packed\.zst$/, ['missing', 'a page to sign in', 'half', 'damaged']],
    ['worker', /\.worker\.js$/, ['missing', 'cut off', 'a page to sign in', 'empty']],
  ];
  for (const [name, pattern, hows] of files)
    for (const how of hows)
      test(`${name}: ${how}`, async ({ page, context, site }) => {
        const mend = await failing(context, pattern, how);
        await page.goto(site.url + chapter);
        await expectPublished(page, /could not be answered: /);
        await expectReadable(page);
        await expectFigures(page);
        await mend();
        await bar(page).again.click();
        await expectAnswered(page);
      });

  for (const [name, pattern] of files)
    test(`${name}: never comes`, async ({ page, context, site }) => {
      await context.route(pattern, () => undefined);
      await page.goto(site.url + chapter);
      await expect(notice(page)).toContainText('The page shows the published numbers.');
      await expectReadable(page);
      await expectFigures(page);
      await bar(page).cancel.click();
      await expectPublished(page, /Loading was cancelled/);
      await context.unroute(pattern);
      await bar(page).again.click();
      await expectAnswered(page);
    });
});

test.describe('a file of answers that is not as it should be gives way to the engine', () => {
  for (const how of ['missing', 'a page to sign in', 'half', 'of another version'])
    test(how, async ({ page, context, site }) => {
      await failing(context, /\/data\/answers\//, how);
      await page.goto(`${site.url}size-and-score/?type=chat`);
      await expectAnswered(page);
      await expectReadable(page);
    });
});

test.describe('a file that a tool needs', () => {
  const tools: [
    page: string,
    files: RegExp,
    act: (page: Page) => Promise<unknown>,
    works: (page: Page) => Promise<void>,
  ][] = [
    [
      'search/',
      /\/data\/search\.json/,
      (page) => page.getByRole('searchbox').fill('carbon'),
      (page) => expect(page.getByRole('status')).toContainText(/“carbon”: \d+ places/),
    ],
    [
      'models/',
      /\/data\/model-search\.json/,
      (page) => page.getByRole('combobox', { name: /model/ }).fill('gemma'),
      (page) => expect(page.getByRole('option').first()).toContainText('gemma'),
    ],
    [
      'choose/?memory=48',
      /\/data\/candidates\//,
      () => Promise.resolve(),
      (page) => expect(page.locator('main')).not.toContainText('could not be loaded'),
    ],
  ];
  for (const [address, pattern, act, works] of tools)
    for (const how of ['missing', 'cut off', 'a page to sign in', 'half'])
      test(`${address}: ${how}`, async ({ page, context, site }) => {
        const mend = await failing(context, pattern, how);
        await page.goto(site.url + address);
        await act(page);
        await expect(page.locator('main')).toContainText(
          /could not be (?:loaded|read|shown)|did not answer|failed/i,
        );
        await expectReadable(page);
        await mend();
        await page.reload();
        await act(page);
        await works(page);
      });
});

test.describe('a file of profiles that is not as it should be gives way to the engine', () => {
  for (const how of ['missing', 'a page to sign in', 'of another version'])
    test(how, async ({ page, context, site }) => {
      await failing(context, /\/data\/profiles\//, how);
      await page.goto(`${site.url}models/?m=google/gemma-2-9b-it`);
      await expect(page.getByRole('article', { name: 'google/gemma-2-9b-it' })).toContainText('9.24');
      await expectReadable(page);
    });
});

test.describe('scripts and styles that do not come leave a page to read', () => {
  for (const [name, pattern] of [
    ['no script', /\/_astro\/.*\.js$/],
    ['no style', /\.css$/],
    ['no font', /\.woff2$/],
    ['no script of the theme', /\/(?:theme|asked)\.js$/],
  ] as const)
    for (const address of [chapter, 'explorer/', 'sql/'])
      test(`${name}: ${address}`, async ({ page, context, site }) => {
        await context.route(pattern, (route) => route.abort());
        await page.goto(site.url + address);
        await expectReadable(page);
      });
});
