import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/**
 * The markup of a view as it first stands on a page, before any of its effects. Throws for an inline style, which
 * the page's policy would block.
 */
export function markupOf<P>(view: VNode<P>): string {
  const markup = renderToString(view);
  const styled = /<[^<>]* style="[^<>]*>/.exec(markup);
  if (styled)
    throw new Error(`A first view has an inline style, which the page's policy blocks: ${styled[0]}`);
  return markup;
}
