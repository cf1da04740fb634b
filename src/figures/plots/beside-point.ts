/** Pixels between a point and its name. */
const gap = 6;
/** Width of a letter, rather too much than too little: Vega cannot measure a text before it is set. */
const letter = 7.5;
/** Height of a line of text. */
const line = 16;

/**
 * Settings of a mark of type `text` that keep the name of a point, in the column `field`, within the plot: left
 * of the point and above it, or, where the name would not fit there, right of it and below, where the stepped
 * line of a front does not run. A name longer than `most` pixels, or than the room there is, is cut.
 */
export function besidePoint(field: string, most: number) {
  const x = "scale('x', datum.x)";
  const y = "scale('y', datum.y)";
  const needed = `min(${most}, ${letter} * length(datum.${field}))`;
  const isLeft = `(${x} - ${gap} >= ${needed} || ${x} > width / 2)`;
  const isAbove = `(${y} > ${line} && (${isLeft} || ${y} > height - ${line}))`;
  return {
    align: { expr: `${isLeft} ? 'right' : 'left'` },
    baseline: { expr: `${isAbove} ? 'bottom' : 'top'` },
    dx: { expr: `${isLeft} ? -${gap} : ${gap}` },
    dy: { expr: `${isAbove} ? 1 : 2` },
    limit: { expr: `min(${most}, (${isLeft} ? ${x} : width - ${x}) - ${gap})` },
  };
}
