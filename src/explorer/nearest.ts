/**
 * The index of the point nearest to a place, within `reach`; -1 where none is. Points that `first` names are
 * taken before all others.
 */
export function nearest(
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  at: { x: number; y: number },
  reach: number,
  first: (index: number) => boolean,
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
