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
  pretrained: 'var(--type-pretrained)',
  continued: 'var(--type-continued)',
  fineTuned: 'var(--type-fine-tuned)',
  chat: 'var(--type-chat)',
  merge: 'var(--type-merge)',
  otherType: 'var(--type-other)',
  comparedA: 'var(--compared-a)',
  comparedB: 'var(--compared-b)',
  comparedC: 'var(--compared-c)',
  comparedD: 'var(--compared-d)',
} as const;

/** Width of the plotting area in pixels, without axes. */
export const widths: Record<Drawing, number> = { desktop: 560, phone: 260, wide: 860 };

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
      // A label stands under its own line, the first and the last as well.
      labelFlush: false,
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

/** What every chart over the rows of a figure starts from. */
export const chartBase = (drawing: Drawing) => ({
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  data: { name: 'rows' },
  config: chartConfig(drawing),
});

/** The name of a panel, above it on the left. */
export const panelHeader = {
  labelOrient: 'top',
  labelAnchor: 'start',
  title: null,
  labelPadding: 4,
} as const;

/** Colours by the column `size` of the rows. */
export const colourBySize = {
  field: 'size',
  type: 'nominal' as const,
  scale: { domain: ['small', 'medium', 'large'], range: [ink.small, ink.medium, ink.large] },
};

/** Colours by the column `provider` of the rows. */
export const colourByProvider = {
  field: 'provider',
  type: 'nominal' as const,
  scale: { domain: ['official', 'community'], range: [ink.official, ink.community] },
};
