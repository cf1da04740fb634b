/**
 * Outlines of the categories of a colouring within a square from -1 to 1, for those who see no colours: the disc for
 * the first, and as many as the colouring with most categories has.
 */
export const shapes: readonly string[] = [
  'M1 0A1 1 0 1 1 -1 0A1 1 0 1 1 1 0Z',
  'M-0.9 -0.9H0.9V0.9H-0.9Z',
  'M0 -1L1 0.8H-1Z',
  'M0 -1L1 0L0 1L-1 0Z',
  'M-0.35 -1H0.35V-0.35H1V0.35H0.35V1H-0.35V0.35H-1V-0.35H-0.35Z',
  'M0 1L1 -0.8H-1Z',
  'M-1 -0.35H1V0.35H-1Z',
];

/** The outline of a category by its position; beyond the last they begin anew. */
export const shapeOf = (index: number): string => shapes[index % shapes.length]!;
