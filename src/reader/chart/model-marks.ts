import type { View } from 'vega';
import { hubAddress } from '../../figures/hub.ts';
import { boxOf, eachItem, type Item } from './scene.ts';
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

/** What a mark that stands for a model says, by the column of its row that names models; null for another mark. */
export function markOf(view: View, column: string, pressed: unknown): ModelMark | null {
  const item = pressed as Item | null | undefined;
  const model = (item?.datum as Record<string, unknown> | undefined)?.[column];
  const address = hubAddress(model);
  const box = item && boxOf(view, item);
  if (!item || address === null || !box || typeof item.tooltip !== 'object' || item.tooltip === null)
    return null;
  return {
    model: String(model),
    address,
    words: tooltipWords(item.tooltip).filter(([, value]) => value !== model),
    x: (box.x1 + box.x2) / 2,
    y: (box.y1 + box.y2) / 2,
  };
}

/** Marks of a chart that stand for models, from left to right; marks of one model at one place count once. */
export function modelMarks(view: View, column: string): ModelMark[] {
  const found = new Map<string, ModelMark>();
  eachItem(view, (item) => {
    const mark = markOf(view, column, item);
    if (!mark) return;
    const key = `${mark.model} ${mark.x.toFixed(3)} ${mark.y.toFixed(3)}`;
    if (!found.has(key)) found.set(key, mark);
  });
  return [...found.values()].sort((a, b) => a.x - b.x || a.y - b.y);
}
