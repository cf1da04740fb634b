import type { Ask } from '../../slice/ask.ts';
import type { Slice } from '../../slice/slice.ts';

/**
 * A part of a page that answers slices by itself: it asks what it needs, and what it returns shows the
 * answer. It is called once per slice; what it returns is called only if no newer slice came in between.
 */
export type PageAnswer = (ask: Ask, slice: Slice, signal: AbortSignal) => Promise<() => void | Promise<void>>;

const answers = new Set<PageAnswer>();
let added: (() => void) | undefined;

/** Joins the pass that answers every slice; a slice that is already shown is answered again for the newcomer. */
export function joinPageAnswers(answer: PageAnswer): () => void {
  answers.add(answer);
  added?.();
  return () => answers.delete(answer);
}

/** The parts that have joined. */
export const pageAnswers = (): readonly PageAnswer[] => [...answers];

/** Calls the listener whenever a part joins. */
export function onPageAnswerJoined(listener: () => void): void {
  added = listener;
}
