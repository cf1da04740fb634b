/** A dot as Vega draws it: two half circles about the origin, which its transform moves into place. */
const circle =
  /<path([^<>]*) d="M(\d+(?:\.\d+)?),0A\2,\2,0,1,1,-\d+(?:\.\d+)?,0A\2,\2,0,1,1,\2,0"([^<>]*?)(?:\/>|><\/path>)/g;

/** What Vega draws behind and before the marks of a group, where it has no ink. */
const unseen = /<path class="(?:background|foreground)"(?:(?! (?:fill|stroke)=)[^<>])*(?:\/>|><\/path>)/g;

const rounded = (by: number) => (number: string) => String(Math.round(Number(number) * by) / by);

/**
 * Makes Vega's SVG fit for a page: shapes of two decimals in places of one, nothing that goes without saying, ids of clips and gradients prefixed and counted from zero,
 * no roles or labels on single marks (the figure has one text alternative), no inline styles (the page's
 * policy blocks them), full circles as such, and nothing empty.
 */
export function tidySvg(svg: string, prefix: string): string {
  const ids = new Map<string, string>();
  const rename = (id: string) => {
    if (!ids.has(id)) ids.set(id, `${prefix}-${ids.size}`);
    return ids.get(id)!;
  };
  const tidyTag = (tag: string) =>
    tag
      .replaceAll(
        /\b(id=")([^"]+)(")|(url\(#)([^)]+)(\))/g,
        (...[, a, id, b, c, reference, d]: (string | undefined)[]) =>
          id !== undefined ? `${a}${rename(id)}${b}` : `${c}${rename(reference ?? '')}${d}`,
      )
      .replaceAll(/ (?:aria-[a-z]+|role|style|class|xmlns:xlink|version|pointer-events)="[^"]*"/g, '')
      .replaceAll(/ opacity="1"/g, '')
      // Places are less exact than shapes: edges that meet must not come apart.
      .replaceAll(/ transform="[^"]*"/g, (transform) => transform.replaceAll(/-?\d+\.\d{2,}/g, rounded(10)))
      .replaceAll(/-?\d+\.\d{3,}/g, rounded(100));
  return (
    svg
      .replaceAll(unseen, '')
      // Inside tags only: what looks like an attribute or a long number may be the text of a label.
      .replaceAll(/<[^>]*>/g, tidyTag)
      .replaceAll(
        circle,
        (...[, before, radius, after]: string[]) => `<circle${before} r="${radius}"${after}/>`,
      )
      .replaceAll(/<(g|path|text)( [^<>]*)?><\/\1>/g, (_, tag: string, attributes: string = '') =>
        tag === 'path' && /\bd="[^"]/.test(attributes) ? `<path${attributes}/>` : '',
      )
  );
}
