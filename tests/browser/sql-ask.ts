import type { Page } from '@playwright/test';
import { expect } from './report.ts';

/** The field that holds the query: the editor, which takes the plain one's place when that is reached. */
export async function openEditor(page: Page) {
  const root = page.locator('sql-box');
  if (await root.locator('.sql-editor').isHidden()) await root.locator('textarea').focus();
  await expect(root.locator('.cm-content')).toBeVisible();
  return root.getByRole('textbox', { name: /^Query/ });
}

/** Writes a query in the place of the one that stands there, and runs it. */
export async function ask(page: Page, query: string): Promise<void> {
  const editor = await openEditor(page);
  await editor.fill(query);
  await page.keyboard.press('ControlOrMeta+Enter');
}
