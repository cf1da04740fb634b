import type * as Vega from 'vega';

interface TextItem {
  fontStyle?: string;
  fontWeight?: number | string;
  fontSize?: number;
  font?: string;
}

// Vega exports its text metrics, its types do not say so.
type Metrics = { textMetrics: { width(item: TextItem, text: unknown): number } };

/**
 * Lets Vega measure text as a drawing sets it. A canvas rounds the widths of characters to whole pixels on some
 * machines, where those of a drawing stay as they are, so that a label at the edge would be cut.
 */
export function measureAsDrawn(vega: typeof Vega): void {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return;
  context.textRendering = 'geometricPrecision';
  (vega as unknown as Metrics).textMetrics.width = (
    { fontStyle = '', fontWeight = '', fontSize = 11, font = 'sans-serif' },
    text,
  ) => {
    if (text === null || text === undefined || !(fontSize > 0)) return 0;
    context.font = `${fontStyle} ${fontWeight} ${fontSize}px ${font}`.trim();
    return context.measureText(String(text)).width;
  };
}
