/** Widths of the icon as a picture, in pixels: for home screens, lists and start screens. */
export const iconSizes = [180, 192, 512] as const;

/** The drawing of the favicon on paper, in the light accent, with a border that a round mask may take. */
export function iconSvg(favicon: string, colour: (variable: string) => string): string {
  const shapes = /<g>([^]*)<\/g>/.exec(favicon)?.[1];
  if (shapes === undefined) throw new Error('The favicon has no group “<g>” of shapes to draw the icon from');
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 -8 48 48">',
    `<rect x="-8" y="-8" width="48" height="48" fill="${colour('--paper')}"/>`,
    `<g fill="${colour('--accent')}">${shapes}</g></svg>`,
  ].join('');
}
