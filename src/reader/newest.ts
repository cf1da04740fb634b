/**
 * Of all that is asked for one place on the page the newest counts. Each call of the function that this makes
 * begins a new ask and aborts the signal of the one before.
 */
export function newest(): () => AbortSignal {
  let asked = new AbortController();
  return () => {
    asked.abort(new DOMException('Something newer was asked.', 'AbortError'));
    asked = new AbortController();
    return asked.signal;
  };
}
