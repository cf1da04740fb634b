import { finiteNumbers, requireSameLength } from './numeric-input.ts';

/** A curve that never falls: straight lines between points in rising order of x. */
export interface MonotoneCurve {
  x: number[];
  y: number[];
}

interface Block {
  y: number;
  weight: number;
  places: number;
}

/**
 * The curve that never falls and lies nearest to the points in squares at their x (isotonic regression by pooling
 * adjacent violators, Ayer et al. 1955, doi:10.1214/aoms/1177728423), with straight lines between. Points of one x
 * count as their mean, as often as there are of them. Throws a RangeError for columns of different length or a
 * value that is not finite.
 */
export function monotoneCurve(xColumn: ArrayLike<number>, yColumn: ArrayLike<number>): MonotoneCurve {
  requireSameLength('x', xColumn, 'y', yColumn);
  const y = finiteNumbers('y', yColumn);
  const at = new Map<number, number[]>();
  finiteNumbers('x', xColumn).forEach((x, i) => at.set(x, [...(at.get(x) ?? []), y[i]!]));
  const x = [...at.keys()].sort((a, b) => a - b);
  const sorted = x.map((each) => at.get(each)!.toSorted((a, b) => a - b));
  return pooledCurve(
    x,
    sorted.map((values) => values.reduce((sum, value) => sum + value, 0) / values.length),
    sorted.map(({ length }) => length),
  );
}

/** The same from means at different x in rising order, each with the number of points that it stands for, above 0. */
export function pooledCurve(
  x: readonly number[],
  means: readonly number[],
  weights: readonly number[],
): MonotoneCurve {
  const blocks: Block[] = [];
  means.forEach((y, i) => {
    blocks.push({ y, weight: weights[i]!, places: 1 });
    while (blocks.length > 1 && blocks.at(-2)!.y > blocks.at(-1)!.y) {
      const [above, below] = [blocks.pop()!, blocks.pop()!];
      const weight = above.weight + below.weight;
      blocks.push({
        y: (above.y * above.weight + below.y * below.weight) / weight,
        weight,
        places: above.places + below.places,
      });
    }
  });
  return { x: [...x], y: blocks.flatMap((block) => Array<number>(block.places).fill(block.y)) };
}

/** The curve through the middle of each level stretch of another, so that it rises everywhere and has one inverse. */
export function throughLevels({ x, y }: MonotoneCurve): MonotoneCurve {
  const levels: MonotoneCurve = { x: [], y: [] };
  for (let from = 0, to = 0; from < x.length; from = to) {
    while (to < x.length && y[to] === y[from]) to++;
    levels.x.push((x[from]! + x[to - 1]!) / 2);
    levels.y.push(y[from]!);
  }
  return levels;
}

/** The least x at which a curve reaches y; null below its first value and above its last. */
export function inverseOf(curve: MonotoneCurve, y: number): number | null {
  const next = curve.y.findIndex((each) => each >= y);
  if (next === -1) return null;
  const above = curve.y[next]!;
  if (next === 0) return above === y ? curve.x[0]! : null;
  const [from, to, below] = [curve.x[next - 1]!, curve.x[next]!, curve.y[next - 1]!];
  return from + ((to - from) * (y - below)) / (above - below);
}
