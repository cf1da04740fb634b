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
  /** Measures a row that is made, which may be higher than the others. */
  measure(row: HTMLElement | null): void;
  /** Scrolls to the first of other rows. */
  toTop(): void;
}

/** Rows that are made beyond those in sight, on either side. */
const overscan = 12;

/** Rows that are made before the height of the scrolling element is known. */
export const rowsAtFirst = 50;

/** Rows in a scrolling element, of which only those in sight are made; `height` is that of a row of one line. */
export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  height: number,
): VirtualRows {
  const [, redraw] = useState(0);
  const made = useRef<Virtualizer<HTMLElement, HTMLElement> | null>(null);
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan,
    initialRect: { width: 0, height: (rowsAtFirst - overscan) * height },
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
  const items = virtual.getVirtualItems();
  const total = virtual.getTotalSize();
  return {
    items,
    above: items[0]?.start ?? 0,
    below: total - (items.at(-1)?.end ?? 0),
    measure: virtual.measureElement,
    toTop: () => {
      virtual.measure();
      virtual.scrollToOffset(0);
    },
  };
}
