import type { Page } from 'playwright-core';

/** Milliseconds from the reader's action until the page shows the answer of the slice. */
export interface Answered {
  query: string;
  /** When it was asked, on the clock of the page. */
  start: number;
  /** Numbers, claims, takeaways and charts in the window. */
  inView: number;
  /** Numbers, claims and takeaways of the whole page. */
  texts: number;
  /** Charts too. */
  all: number;
  /** The frame with all of it has been painted. */
  painted: number;
  /** Milliseconds by which a chart moved after the page had said that all is shown; 0 where none did. */
  late: number;
  models: number;
}

/**
 * Asks the page for slices as links and steps do, one after another in the page itself so that no message to the
 * browser is timed: by the address. The page has answered when
 * it takes the class `is-answering` off its root. With `quiet` milliseconds it is watched for that long after
 * every answer, to catch charts that move later. Rejects with what the bar says where a slice fails.
 */
export function askSlices(page: Page, queries: readonly string[], quiet = 0): Promise<Answered[]> {
  return page.evaluate(askInPage, { queries, quiet });
}

/** Runs in the page: it can use nothing of this module. */
async function askInPage({ queries, quiet }: { queries: readonly string[]; quiet: number }) {
  const root = document.documentElement;
  const state = document.querySelector('.reslice-state');
  if (!state) throw new Error('the page has no re-slice bar');
  const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  // Every number and claim is written anew by every answer; a page without any still says its count.
  const answering = [state, ...document.querySelectorAll('[data-stat], [data-claim] .claim-evidence')];
  const drive = (query: string) => {
    history.pushState(null, '', `?${query}`);
    dispatchEvent(new PopStateEvent('popstate'));
  };

  const inWindow = (element: Element) => {
    const { top, bottom, width } = element.getBoundingClientRect();
    return width > 0 && bottom >= 0 && top <= innerHeight;
  };
  let inView = 0;
  const near = new MutationObserver((records) => {
    // A name for links to lead to shows nothing.
    if (records.some(({ attributeName }) => attributeName !== 'id')) inView = performance.now();
  });
  /** Answers of other heights move what follows in and out of the window. */
  const observeWindow = () => {
    near.disconnect();
    for (const element of document.querySelectorAll(
      '[data-stat], [data-claim] .claim-evidence, .figure-chart',
    ))
      if (inWindow(element)) near.observe(element, { subtree: true, childList: true, attributes: true });
  };

  const answers = [];
  for (const query of queries) {
    observeWindow();
    let texts = 0;
    let chart = 0;
    const times = await new Promise<{ start: number; end: number }>((resolve, reject) => {
      let asked = false;
      const limit = setTimeout(() => reject(new Error(`no answer to ${query} within 60 s`)), 60_000);
      const watch = new MutationObserver((records) => {
        const now = performance.now();
        if (records.some(({ type }) => type === 'childList')) texts = now;
        asked ||= root.classList.contains('is-answering');
        if (!asked || root.classList.contains('is-answering')) return;
        watch.disconnect();
        clearTimeout(limit);
        resolve({ start, end: now });
      });
      for (const each of answering) watch.observe(each, { childList: true });
      watch.observe(root, { attributes: true, attributeFilter: ['class'] });
      const start = performance.now();
      drive(query);
    });
    const late = new MutationObserver(() => (chart = performance.now()));
    if (quiet > 0)
      for (const element of document.querySelectorAll('.figure-chart'))
        late.observe(element, { subtree: true, childList: true, attributes: true });
    await new Promise(requestAnimationFrame);
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
    const painted = performance.now();
    if (quiet > 0) await wait(quiet);
    late.disconnect();
    if (texts < times.start)
      throw new Error(`${query}: ${document.querySelector('.reslice-status')?.textContent ?? 'no answer'}`);
    answers.push({
      query,
      start: times.start,
      inView: Math.max(0, inView - times.start),
      texts: texts - times.start,
      all: times.end - times.start,
      painted: painted - times.start,
      late: Math.max(0, chart - times.end),
      models: Number((state.textContent ?? '').split(' ')[0]?.replaceAll(',', '')),
    });
  }
  near.disconnect();
  return answers;
}
