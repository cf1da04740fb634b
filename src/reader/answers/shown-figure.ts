import type { Row } from '../../engine/engine.ts';
import type { Figure } from '../../figures/figure.ts';
import type { Slice } from '../../slice/slice.ts';
import { listeners } from '../listeners.ts';

/** What a figure shows of a slice. */
export interface ShownFigure {
  figure: Figure;
  rows: readonly Row[];
  slice: Slice;
  /** Too few to draw. */
  few: boolean;
}

const shown = new WeakMap<HTMLElement, ShownFigure>();
const { on, tell } = listeners<HTMLElement>();

/** Hears of every figure that shows something else. */
export const onShown = on;

/** Remembers what a figure shows of a slice; null once it shows the published rows again. */
export function setShown(element: HTMLElement, figure: ShownFigure | null): void {
  if (figure) shown.set(element, figure);
  else shown.delete(element);
  tell(element);
}

/** What a figure shows of a slice; undefined where it shows the published rows. */
export const shownFigure = (element: HTMLElement): ShownFigure | undefined => shown.get(element);
