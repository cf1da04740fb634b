// The browsers word it differently, and each keeps a failed import for as long as the page lives.
const words = /dynamically imported module|module script|Importing a module/i;

/** Whether a part of the page itself did not arrive; asking for it again is in vain until the page is reloaded. */
export const isFailedImport = (error: unknown): boolean =>
  error instanceof TypeError && words.test(error.message);

// What the page itself throws for its reader; the browser's own errors have other names.
const ofOurs = /^(?:Error|EngineError|QueryProblem)$/;
const ofEngine = /^[A-Z][A-Za-z ]* Error: /;
// Each browser words a request without an answer its own way.
const unanswered = /fetch|network|load failed/i;

/** Why something failed, in words for the reader, without a full stop; other words go to the console. */
export function reasonOf(error: unknown): string {
  const { name, message } = error instanceof Error ? error : { name: '', message: '' };
  if (name === 'TypeError' && unanswered.test(message) && navigator.onLine === false)
    return 'you seem to be offline; what you read stays; try again once you are connected';
  if (isFailedImport(error)) return 'a part of the page could not be loaded; reload the page';
  if (ofOurs.test(name) && !ofEngine.test(message)) return message.replace(/\.$/, '');
  if (name === 'TypeError' && unanswered.test(message))
    return 'the server did not answer; check the connection and try again';
  // What was given up for something newer is no fault.
  if (name !== 'AbortError') console.error(error);
  return 'a part of the page failed; reload it or try a current browser';
}
