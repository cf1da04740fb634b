/** A point as shares of the panel, from the left and from above, and its name; null where it is not to be named. */
export interface NamedPoint {
  x: number;
  y: number;
  name: string | null;
}

/** Where the near end of a name stands, in px from its point, at half the height of the text. */
export type Beside = {
  dx: number;
  dy: number;
  /** Which end of the text is the near one. */
  align: 'left' | 'right';
};

/** A panel as one of the drawings of a figure has it, in px. */
export interface Panel {
  width: number;
  height: number;
}

/** Of the text of a drawing: mean width of a character, height of a line, and the radius of a point, in px. */
const character = 6.5;
const line = 14;
const radius = 4;

/** Places of a name from the nearest: over and under its point, then further, where a line has to lead to it. */
const places: readonly Beside[] = [0, 16, 32, 48]
  .flatMap((aside) =>
    [12, 24, 36, 48, 60].flatMap((away) =>
      [-away, away].flatMap((dy): Beside[] => [
        { dx: aside, dy, align: 'left' },
        // JSON has no −0, which −aside would be at the point itself.
        { dx: 0 - aside, dy, align: 'right' },
      ]),
    ),
  )
  .toSorted((a, b) => Math.hypot(a.dx, a.dy) - Math.hypot(b.dx, b.dy));

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const boxAt = (x: number, y: number, name: string, { dx, dy, align }: Beside): Box => {
  const width = name.length * character;
  const left = x + dx - (align === 'right' ? width : 0);
  return { left, top: y + dy - line / 2, right: left + width, bottom: y + dy + line / 2 };
};

/**
 * The points of a scatter plot that are named, by their index, with the place of the name: in the order given, each
 * that has a place where the name covers no point, no other name and no edge in any of the panels; at most `most`.
 */
export function namesInTheClear(
  points: readonly NamedPoint[],
  panels: readonly Panel[],
  most: number,
): ReadonlyMap<number, Beside> {
  const chosen = new Map<number, Beside>();
  const taken = panels.map((): Box[] => []);
  for (const [index, { x, y, name }] of points.entries()) {
    if (chosen.size >= most) break;
    if (name === null) continue;
    for (const place of places) {
      const boxes = panels.map(({ width, height }) => boxAt(x * width, y * height, name, place));
      const isClear = panels.every(({ width, height }, panel) => {
        const box = boxes[panel]!;
        const covers = points.some(
          (other) =>
            other.x * width > box.left - radius &&
            other.x * width < box.right + radius &&
            other.y * height > box.top - radius &&
            other.y * height < box.bottom + radius,
        );
        const crosses = taken[panel]!.some(
          (other) =>
            other.left < box.right &&
            box.left < other.right &&
            other.top < box.bottom &&
            box.top < other.bottom,
        );
        return (
          box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height && !covers && !crosses
        );
      });
      if (!isClear) continue;
      boxes.forEach((box, panel) => taken[panel]!.push(box));
      chosen.set(index, place);
      break;
    }
  }
  return chosen;
}
