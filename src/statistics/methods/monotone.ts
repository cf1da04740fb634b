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
  const blocks: Block[] = [];
  for (const each of x) {
    const values = at.get(each)!.toSorted((a, b) => a - b);
    const total = values.reduce((sum, value) => sum + value, 0);
    blocks.push({ y: total / values.length, weight: values.length, places: 1 });
    while (blocks.length > 1 && blocks.at(-2)!.y > blocks.at(-1)!.y) {
      const [above, below] = [blocks.pop()!, blocks.pop()!];
      const weight = above.weight + below.weight;
      blocks.push({
        y: (above.y * above.weight + below.y * below.weight) / weight,
        weight,
        places: above.places + below.places,
      });
    }
  }
  return { x, y: blocks.flatMap((block) => Array<number>(block.places).fill(block.y)) };
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
