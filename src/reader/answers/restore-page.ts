import { restoreClaim } from './claim.ts';
import { restoreFigure } from './figure.ts';
import { restoreStat } from './stat.ts';

/** Puts everything that was published back in place of what a slice answered. */
export function restorePage(root: ParentNode): void {
  const each = (selector: string, restore: (element: HTMLElement) => void) =>
    root.querySelectorAll<HTMLElement>(selector).forEach(restore);
  each('[data-stat].is-sliced', restoreStat);
  each('[data-claim].is-sliced', restoreClaim);
  each('[data-figure].is-sliced', restoreFigure);
}
