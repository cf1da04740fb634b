import { createContext } from 'preact';
import { useContext, useLayoutEffect, useState } from 'preact/hooks';
import type { Workbench } from './workbench.ts';

/** What every part of the page needs. */
export interface Shared {
  bench: Workbench;
  /** Folder of the compiled plots. */
  plots: string;
  /** Page of the model finder. */
  finder: string;
  /** Day of the last submission in the table. */
  until: string;
  /** Opens the card of the model at a position of the frame. */
  openCard(position: number): void;
}

export const SharedContext = createContext<Shared | null>(null);

export const useShared = (): Shared => useContext(SharedContext)!;

/** Draws the component again whenever the workbench changes. */
export function useBench(bench: Workbench): Workbench {
  const [, set] = useState(0);
  // At once, not after the first paint: the engine may have failed by then.
  useLayoutEffect(() => bench.onChange(() => set((count) => count + 1)), [bench]);
  return bench;
}
