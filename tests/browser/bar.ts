import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** The controls of the bar as a reader finds them. */
export const bar = (page: Page) => {
  const root = page.locator('reslice-bar');
  const group = (name: string) => root.getByRole('group', { name, exact: true });
  return {
    root,
    toggle: root.getByRole('button', { name: 'Re-slice this page' }),
    reset: root.getByRole('button', { name: 'Reset' }),
    copy: root.getByRole('button', { name: 'Copy link' }),
    cancel: root.getByRole('button', { name: 'Cancel' }),
    again: root.getByRole('button', { name: 'Try again' }),
    progress: root.getByRole('progressbar'),
    form: root.locator('form'),
    preset: (name: string): Locator => root.getByRole('link', { name, exact: true }),
    /** A radio button or check box of a field. */
    option: (field: string, name: string): Locator => group(field).getByLabel(name, { exact: true }),
    /** The two ends of a range. */
    ends: (field: string): Locator => group(field).locator('input'),
  };
};

/** Opens the bar with the pointer. */
export async function openBar(page: Page): Promise<void> {
  await bar(page).toggle.click();
  await expect(bar(page).form).toBeVisible();
}

/** The query of the page's address, without its question mark. */
export const queryOf = (page: Page): string => new URL(page.url()).search.slice(1).replaceAll('%2C', ',');
