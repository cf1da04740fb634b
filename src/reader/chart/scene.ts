import type { View } from 'vega';

/** What of Vega's scene is needed here; its own types leave half of it out. */
export interface Scene {
  marktype: string;
  role?: string;
  group?: Item;
  items: Item[];
}
export interface Item {
  mark: Scene;
  bounds: { x1: number; x2: number; y1: number; y2: number };
  x?: number;
  y?: number;
  datum?: unknown;
  tooltip?: unknown;
  items?: Scene[];
}

/** A rectangle in shares of the drawing's width and height. */
export interface Box {
  x1: number;
  x2: number;
  y1: number;
  y2: number;
}

/** Where a mark stands in the drawing; null where nothing is drawn. */
export function boxOf(view: View, item: Item): Box | null {
  const drawing = view.container()?.querySelector('svg')?.viewBox.baseVal;
  if (!drawing) return null;
  const { left, top } = view.padding() as { left: number; top: number };
  let [x, y] = view.origin();
  x += left;
  y += top;
  for (let group = item.mark.group; group; group = group.mark.group) {
    x += group.x ?? 0;
    y += group.y ?? 0;
  }
  const { x1, x2, y1, y2 } = item.bounds;
  return {
    x1: (x + x1) / drawing.width,
    x2: (x + x2) / drawing.width,
    y1: (y + y1) / drawing.height,
    y2: (y + y2) / drawing.height,
  };
}

/** Calls `visit` with every item of a chart, groups before what is in them. */
export function eachItem(view: View, visit: (item: Item) => void): void {
  const through = (scene: Scene) => {
    for (const item of scene.items) {
      visit(item);
      item.items?.forEach(through);
    }
  };
  through((view.scenegraph() as unknown as { root: Scene }).root);
}
