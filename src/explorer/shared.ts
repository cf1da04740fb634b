import { createContext } from 'preact';
import { useContext, useLayoutEffect, useState } from 'preact/hooks';
import type { Workbench } from './workbench.ts';

/** What the parts of the page use of the workbench. */
export type Bench = Pick<
  Workbench,
  | 'answer'
  | 'answered'
  | 'card'
  | 'choose'
  | 'endPreview'
  | 'fail'
  | 'failure'
  | 'goTo'
  | 'linkTo'
  | 'move'
  | 'onChange'
  | 'onPreview'
  | 'options'
  | 'preview'
  | 'problems'
  | 'rowsWith'
  | 'slice'
  | 'waysOut'
>;

/** What every part of the page needs. */
export interface Shared {
  bench: Bench;
  /** Folder of the compiled plots. */
  plots: string;
  /** Page of the model finder. */
  finder: string;
  /** Day of the last submission in the table. */
  until: string;
  /** What a column means, in a sentence; blank where it has none. */
  meaningOf(column: string): string;
  /** A plot of all models as the build drew it, by its place on the page: markup that a browser keeps. */
  stillOf(place: string): string;
  /** Opens the card of the model at a position of the frame. */
  openCard(position: number): void;
}

export const SharedContext = createContext<Shared | null>(null);

export const useShared = (): Shared => useContext(SharedContext)!;

/** Draws the component again whenever the workbench changes. */
export function useBench(bench: Bench): void {
  const [, set] = useState(0);
  // At once, not after the first paint: the engine may have failed by then.
  useLayoutEffect(() => bench.onChange(() => set((count) => count + 1)), [bench]);
}
