import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualItem,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** The rows that a scrolling element shows, and the room that the others take above and below. */
export interface VirtualRows {
  items: readonly VirtualItem[];
  above: number;
  below: number;
  /** Scrolls to the first of other rows. */
  toTop(): void;
}

/** Rows that are made beyond those in sight, on either side. */
const overscan = 12;

/** Pixels of a row of two lines, in letters of the usual size, as the style sheet has it. */
export const rowHeight = 36;

/** Rows that are made before the height of the scrolling element is known. */
export const rowsAtFirst = 50;

/**
 * Rows in a scrolling element, of which only those in sight are made. `heightOf` tells the height of each beforehand,
 * so that the element scrolls to its end at once; with another function they are laid out anew.
 */
export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  heightOf: (index: number) => number,
): VirtualRows {
  const [, redraw] = useState(0);
  const made = useRef<Virtualizer<HTMLElement, HTMLElement> | null>(null);
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: heightOf,
    overscan,
    initialRect: { width: 0, height: (rowsAtFirst - overscan) * rowHeight },
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => redraw((times) => times + 1),
  };
  made.current ??= new Virtualizer<HTMLElement, HTMLElement>(options);
  const virtual = made.current;
  virtual.setOptions(options);
  useEffect(() => virtual._didMount(), []);
  useLayoutEffect(() => virtual._willUpdate());
  useLayoutEffect(() => virtual.measure(), [heightOf]);
  const items = virtual.getVirtualItems();
  const total = virtual.getTotalSize();
  return {
    items,
    above: items[0]?.start ?? 0,
    below: total - (items.at(-1)?.end ?? 0),
    toTop: () => virtual.scrollToOffset(0),
  };
}
