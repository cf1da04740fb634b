import type { Config } from 'vega-lite';
import type { Drawing } from './figure.ts';

/** The font that charts are set in; the page ships it. Quoted, because a name with a digit needs it. */
export const figureFont = '"Source Sans 3 Variable", sans-serif';

/** Colours of charts are variables of the page's style sheet, so that one drawing serves light and dark. */
export const ink = {
  text: 'var(--fig-ink)',
  muted: 'var(--fig-muted)',
  grid: 'var(--fig-grid)',
  paper: 'var(--fig-paper)',
  accent: 'var(--fig-accent)',
  density: 'var(--density)',
  seed: 'var(--seed)',
  small: 'var(--small)',
  medium: 'var(--medium)',
  large: 'var(--large)',
  official: 'var(--official)',
  community: 'var(--community)',
  dense: 'var(--dense)',
  moe: 'var(--moe)',
  smallLabel: 'var(--small-label)',
  mediumLabel: 'var(--medium-label)',
  largeLabel: 'var(--large-label)',
  officialLabel: 'var(--official-label)',
  communityLabel: 'var(--community-label)',
} as const;

/** Width of the plotting area in pixels, without axes. */
export const widths: Record<Drawing, number> = { desktop: 560, phone: 260 };

/** Settings that every chart shares. */
export function chartConfig(drawing: Drawing): Config {
  const size = drawing === 'phone' ? 12 : 13;
  return {
    background: undefined,
    font: figureFont,
    padding: { left: 0, right: 8, top: 4, bottom: 0 },
    view: { stroke: null },
    axis: {
      domain: false,
      ticks: false,
      gridColor: ink.grid,
      gridWidth: 1,
      labelColor: ink.muted,
      labelFontSize: size,
      labelPadding: 6,
      titleColor: ink.muted,
      titleFontSize: size,
      titleFontWeight: 400,
      titlePadding: 8,
    },
    header: {
      labelColor: ink.text,
      labelFontSize: size,
      labelFontWeight: 600,
      title: null,
    },
    legend: { disable: true },
    text: { color: ink.text, fontSize: size },
    aria: false,
  };
}
