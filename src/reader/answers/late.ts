/** How long an answer may take before the numbers are dimmed that wait for it, in milliseconds. */
const patience = 300;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Dims the numbers of the page once they wait for long, unless the signal says before that something else is asked. */
export function startWaiting(signal: AbortSignal): void {
  // Scripts that come late start an answer that was taken back before, and of which nobody says the end.
  if (signal.aborted) return;
  stopWaiting();
  timer = setTimeout(() => document.documentElement.classList.add('is-late'), patience);
  signal.addEventListener('abort', stopWaiting, { once: true });
}

/** No number of the page waits any more. */
export function stopWaiting(): void {
  clearTimeout(timer);
  document.documentElement.classList.remove('is-late');
}
