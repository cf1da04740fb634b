import type { View } from 'vega';
import { hubAddress } from '../../figures/hub.ts';
import { tooltipWords, type Words } from './tooltip.ts';

/** A mark of a living chart that stands for a model. */
export interface ModelMark {
  model: string;
  /** Address of the model's page on the Hub. */
  address: string;
  /** What its tooltip says besides its name. */
  words: Words;
  /** Its middle, as shares of the drawing's width and height. */
  x: number;
  y: number;
}

/** What of Vega's scene is needed here; its own types leave half of it out. */
interface Scene {
  marktype: string;
  group?: Item;
  items: Item[];
}
interface Item {
  mark: Scene;
  bounds: { x1: number; x2: number; y1: number; y2: number };
  x?: number;
  y?: number;
  datum?: unknown;
  tooltip?: unknown;
  items?: Scene[];
}

/** What a mark that stands for a model says, by the column of its row that names models; null for another mark. */
export function markOf(view: View, column: string, pressed: unknown): ModelMark | null {
  const item = pressed as Item | null | undefined;
  const model = (item?.datum as Record<string, unknown> | undefined)?.[column];
  const address = hubAddress(model);
  const box = view.container()?.querySelector('svg')?.viewBox.baseVal;
  if (!item || address === null || !box || typeof item.tooltip !== 'object' || item.tooltip === null)
    return null;
  const { left, top } = view.padding() as { left: number; top: number };
  let [x, y] = view.origin();
  x += left + (item.bounds.x1 + item.bounds.x2) / 2;
  y += top + (item.bounds.y1 + item.bounds.y2) / 2;
  for (let group = item.mark.group; group; group = group.mark.group) {
    x += group.x ?? 0;
    y += group.y ?? 0;
  }
  return {
    model: String(model),
    address,
    words: tooltipWords(item.tooltip).filter(([, value]) => value !== model),
    x: x / box.width,
    y: y / box.height,
  };
}

/** Marks of a chart that stand for models, from left to right; marks of one model at one place count once. */
export function modelMarks(view: View, column: string): ModelMark[] {
  const found = new Map<string, ModelMark>();
  const visit = (scene: Scene) => {
    for (const item of scene.items) {
      item.items?.forEach(visit);
      const mark = markOf(view, column, item);
      if (!mark) continue;
      const key = `${mark.model} ${mark.x.toFixed(3)} ${mark.y.toFixed(3)}`;
      if (!found.has(key)) found.set(key, mark);
    }
  };
  visit((view.scenegraph() as unknown as { root: Scene }).root);
  return [...found.values()].sort((a, b) => a.x - b.x || a.y - b.y);
}
