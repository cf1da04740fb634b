import type { ModelMark } from './model-marks.ts';

/**
 * The index of the point nearest to a place, within `reach`; -1 where none is. Points that `first` names are
 * taken before all others; of points that are equally near the last.
 */
export function nearest(
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  at: { x: number; y: number },
  reach: number,
  first: (index: number) => boolean = () => true,
): number {
  let best = -1;
  let bestFirst = false;
  let distance = reach * reach;
  for (let i = 0; i < xs.length; i++) {
    const [dx, dy] = [xs[i]! - at.x, ys[i]! - at.y];
    const squared = dx * dx + dy * dy;
    if (squared > reach * reach) continue;
    const isFirst = first(i);
    if (isFirst === bestFirst ? squared > distance : bestFirst) continue;
    best = i;
    bestFirst = isFirst;
    distance = squared;
  }
  return best;
}

/** Pixels about a finger's middle within which it may have meant a mark. */
const fingerReach = 16;

/** The mark nearest to a press on a drawing, if one is near: a dot is smaller than a finger. */
export function nearestMark(
  marks: readonly ModelMark[],
  drawing: { left: number; top: number; width: number; height: number },
  { clientX, clientY }: { clientX: number; clientY: number },
): ModelMark | undefined {
  const xs = marks.map(({ x }) => drawing.left + x * drawing.width);
  const ys = marks.map(({ y }) => drawing.top + y * drawing.height);
  return marks[nearest(xs, ys, { x: clientX, y: clientY }, fingerReach)];
}
