import { holdPlace } from '../keep-place.ts';
import { restoreChanges } from './changes.ts';
import { restoreFigure } from './figure.ts';
import { restoreSmall } from './small-chart.ts';
import { putPublishedBack } from './published.ts';

/** Puts everything that was published back in place of what a slice answered. */
export function restorePage(root: ParentNode): void {
  const release = holdPlace();
  const each = (selector: string, restore: (element: HTMLElement) => void) =>
    root.querySelectorAll<HTMLElement>(selector).forEach(restore);
  each(':is([data-stat], [data-claim], [data-says]).is-sliced', putPublishedBack);
  restoreChanges(root);
  each('[data-figure].is-sliced', restoreFigure);
  each('[data-small].is-sliced', restoreSmall);
  each('[data-versus]', (element) => element.remove());
  release();
}
