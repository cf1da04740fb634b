import type { View } from 'vega';
import { boxOf, eachItem, type Box, type Item } from './scene.ts';

/** How near two marks of one value stand, in shares of the drawing, to be framed as one. */
const near = 0.02;

const touch = (a: Box, b: Box) =>
  a.x1 - near <= b.x2 && b.x1 - near <= a.x2 && a.y1 - near <= b.y2 && b.y1 - near <= a.y2;

const around = (a: Box, b: Box): Box => ({
  x1: Math.min(a.x1, b.x1),
  x2: Math.max(a.x2, b.x2),
  y1: Math.min(a.y1, b.y1),
  y2: Math.max(a.y2, b.y2),
});

/** Joins boxes that touch, until none does. */
export function joined(boxes: readonly Box[]): Box[] {
  const apart: Box[] = [];
  for (let box of boxes) {
    for (let at = apart.findIndex((each) => touch(each, box)); at >= 0;) {
      box = around(box, apart.splice(at, 1)[0]!);
      at = apart.findIndex((each) => touch(each, box));
    }
    apart.push(box);
  }
  return apart;
}

/** The numbers that the row behind a mark holds; none for an axis, a heading or a whole panel. */
export function valuesOf(item: unknown): readonly number[] {
  const { datum, mark } = (item ?? {}) as Partial<Item>;
  if (mark?.role !== 'mark' || mark.marktype === 'group' || typeof datum !== 'object' || datum === null)
    return [];
  return Object.values(datum).filter((value): value is number => typeof value === 'number');
}

/** Whether a mark lies where the mark of another row lies too: a line that is drawn for the chart, and not for a row. */
const isForAll = ({ bounds, datum, mark }: Item): boolean =>
  mark.items.some(
    (other) =>
      other.datum !== datum &&
      other.bounds.x1 === bounds.x1 &&
      other.bounds.x2 === bounds.x2 &&
      other.bounds.y1 === bounds.y1 &&
      other.bounds.y2 === bounds.y2,
  );

/** Where a chart shows a value, as boxes around the marks of the rows that hold it. */
export function marksOfValue(view: View, value: number): Box[] {
  const boxes: Box[] = [];
  eachItem(view, (item) => {
    if (!valuesOf(item).includes(value) || isForAll(item)) return;
    const box = boxOf(view, item);
    if (box && Object.values(box).every(Number.isFinite)) boxes.push(box);
  });
  return joined(boxes);
}
