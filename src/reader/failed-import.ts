// The browsers word it differently, and each keeps a failed import for as long as the page lives.
const words = /dynamically imported module|module script|Importing a module/i;

/** Whether a part of the page itself did not arrive; asking for it again is in vain until the page is reloaded. */
export const isFailedImport = (error: unknown): boolean =>
  error instanceof TypeError && words.test(error.message);

/** Why something failed, for the reader, without a full stop. */
export function reasonOf(error: unknown): string {
  if (isFailedImport(error)) return 'a part of the page could not be loaded; reload the page';
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
}
