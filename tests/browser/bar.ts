import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { parseSlice, type Slice } from '../../src/slice/slice.ts';

/** The controls of the bar as a reader finds them. */
export const bar = (page: Page) => {
  const root = page.locator('reslice-bar');
  const group = (name: string) => root.getByRole('group', { name, exact: true });
  return {
    root,
    toggle: root.getByRole('button', { name: 'Re-slice this page' }),
    undo: root.getByRole('button', { name: 'Undo' }),
    redo: root.getByRole('button', { name: 'Redo' }),
    reset: root.getByRole('button', { name: 'Reset' }),
    copy: root.getByRole('button', { name: 'Copy link' }),
    cancel: root.getByRole('button', { name: 'Cancel' }),
    again: root.getByRole('button', { name: 'Try again' }),
    progress: root.getByRole('progressbar'),
    form: root.locator('form'),
    /** The count within the form. */
    count: root.locator('.reslice-count'),
    /** What opens the filters that are asked less. */
    more: root.getByText('More filters'),
    preset: (name: string): Locator => root.getByRole('link', { name, exact: true }),
    /** A radio button or check box of a field. */
    option: (field: string, name: string): Locator => group(field).getByLabel(name, { exact: true }),
    /** The two ends of a range, as numbers or days. */
    ends: (field: string): Locator => group(field).locator('input:not([type=range])'),
    /** The two handles of a range of numbers. */
    handles: (field: string): Locator => group(field).getByRole('slider'),
    /** The field in which names are searched. */
    search: (field: string): Locator => group(field).getByRole('combobox'),
    /** The names that are offered for what is typed. */
    offers: (field: string): Locator => group(field).getByRole('option'),
    /** The buttons that take a filter of the slice back. */
    filters: root.locator('.reslice-filters').getByRole('button'),
    /** The button that takes a chosen name away. */
    remove: (name: string): Locator => root.getByRole('button', { name: `Remove ${name}`, exact: true }),
    /** Every button that takes a chosen name away. */
    removes: root.locator('.names-chosen').getByRole('button'),
  };
};

/** Opens the bar with the pointer. */
export async function openBar(page: Page): Promise<void> {
  await bar(page).toggle.click();
  await expect(bar(page).form).toBeVisible();
}

/** Presses Tab until the element has the focus. */
export async function tabTo(page: Page, element: Locator): Promise<void> {
  const focused = () => element.evaluate((each) => each === document.activeElement);
  for (let presses = 0; presses < 80; presses++) {
    if (await focused()) return;
    await page.keyboard.press('Tab');
  }
  expect(await focused(), 'reached with the Tab key').toBe(true);
}

/** The query of the page's address, without its question mark. */
export const queryOf = (page: Page): string => new URL(page.url()).search.slice(1).replaceAll('%2C', ',');

/** The slice that a query asks for. */
export const sliceOf = (query: string): Slice => parseSlice(new URLSearchParams(query)).slice;
