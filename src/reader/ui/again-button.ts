import { isFailedImport } from '../failed-import.ts';
import { reload } from '../load-part.ts';

/**
 * A button beside a figure that tries again what failed with the error, or reloads the page where a part of it did not
 * come and would not come again; `fail` is told why the page cannot be reloaded.
 */
export function againButton(
  error: unknown,
  again: () => void,
  fail: (error: unknown) => void,
): HTMLButtonElement {
  const lost = isFailedImport(error);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'figure-again';
  button.textContent = lost ? 'Reload the page' : 'Try again';
  button.addEventListener('click', () => (lost ? void reload().catch(fail) : again()));
  return button;
}
