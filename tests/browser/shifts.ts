import type { Page } from '@playwright/test';

/** Adds up the layout shifts of the pages that are opened from now on. */
export const watchShifts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const told = Object.assign(window, { shifted: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        told.shifted += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });

/** How far the page has moved, as its layout shifts add up. */
export const shifted = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { shifted: number }).shifted);
