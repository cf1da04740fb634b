import { benchmarks } from '../dataset/benchmarks.ts';
import { formatNumber } from '../statistics/format.ts';
import { principalComponents } from '../statistics/methods/components.ts';
import { specialists } from '../statistics/named/specialists.ts';
import { fewestForEstimate, numbersOf, units } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { apart } from './parts/apart.ts';
import { shortTitles } from './parts/benchmark-names.ts';
import { densityLayer, densityRows } from './parts/density.ts';
import { layerOf, only } from './parts/layers.ts';
import { chartBase, ink, widths } from './theme.ts';

const step = 0.4;
/** Arrows are this much longer than the correlations that they stand for. */
const stretch = 3;
/** Units of the second axis between two names. */
const nameGap = 0.38;

const blank = { label: null, x0: null, x1: null, y0: null, y1: null, at: null, share: null, n: null };
type Blank = typeof blank;
type Component = { layer: 'component' } & Omit<Blank, 'label' | 'share' | 'n'> & {
    label: string;
    share: number | null;
    n: number;
  };
type Loading = { layer: 'loading' } & Omit<Blank, 'label' | 'x0' | 'x1' | 'y0' | 'y1' | 'at'> & {
    label: string;
    x0: number;
    x1: number;
    y0: number;
    y1: number;
    at: number;
  };
type Drawn =
  | Component
  | Loading
  | (Omit<Blank, 'x0' | 'x1' | 'y0' | 'y1' | 'n'> & ReturnType<typeof densityRows>[number]);

const percent = (row: Component | undefined) => formatNumber(row?.share ?? 0, units.share);
/** The benchmarks at the two ends of the second component. */
const ends = (loadings: readonly Loading[]) => {
  const sorted = loadings.toSorted((a, b) => b.y1 - a.y1);
  return [sorted[0]!, sorted.at(-1)!] as const;
};

/** The two first principal components of the raw results: where models lie, and what pulls them there. */
export const abilityMap = figure({
  id: 'ability-map',
  question: 'How many kinds of ability do the six benchmarks measure?',
  query: specialists.query,
  derive(rows): Drawn[] {
    const components =
      rows.length < fewestForEstimate
        ? null
        : principalComponents(benchmarks.map((name) => numbersOf(rows, name)));
    const summary = [0, 1].map((index) => ({
      layer: 'component' as const,
      ...blank,
      label: index === 0 ? 'First component' : 'Second component',
      share: components?.shares[index] ?? null,
      n: rows.length,
    }));
    if (!components) return summary;
    const [first, second] = components.scores;
    // A benchmark's correlation with a component is its loading times the deviation of the component.
    const [alongX, alongY] = [0, 1].map((index) =>
      components.vectors[index]!.map(
        (loading) => stretch * loading * Math.sqrt(Math.max(0, components.values[index]!)),
      ),
    );
    const at = apart(alongY!, nameGap);
    return [
      ...summary,
      ...benchmarks.map((name, index) => ({
        layer: 'loading' as const,
        ...blank,
        label: shortTitles[name],
        x0: 0,
        x1: alongX![index]!,
        y0: 0,
        y1: alongY![index]!,
        at: at[index]!,
      })),
      ...densityRows({ values: [...first!], step }, { values: [...second!], step }).map(
        ({ layer, ...cell }) => ({
          layer,
          ...blank,
          ...cell,
        }),
      ),
    ];
  },
  columns: [
    { name: 'layer', title: 'Layer' },
    { name: 'label', title: 'What' },
    { name: 'share', title: 'Share of variance', unit: units.explained },
    { name: 'x0', title: 'First component from', unit: units.correlation },
    { name: 'x1', title: 'To', unit: units.correlation },
    { name: 'y0', title: 'Second component from', unit: units.correlation },
    { name: 'y1', title: 'Up to', unit: units.correlation },
    { name: 'at', title: 'Height of the name', unit: units.correlation },
    { name: 'n', title: 'Models' },
  ],
  n: (rows) => layerOf(rows, 'component')[0]?.n ?? 0,
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const [first, second] = layerOf(rows, 'component');
    const loadings = layerOf(rows, 'loading');
    if (loadings.length === 0)
      return `Too few models for components; it takes ${fewestForEstimate} that differ.`;
    const together = loadings.every(({ x1 }) => x1 > 0);
    const [top, bottom] = ends(loadings);
    return `One axis carries ${percent(first)} of the variance of the raw results${together ? ', and all six benchmarks point along it' : ''}; a second one, with ${percent(second)}, sets ${top.label} against ${bottom.label}.`;
  },
  alt(rows) {
    const [first, second] = layerOf(rows, 'component');
    const loadings = layerOf(rows, 'loading');
    if (loadings.length === 0)
      return `A map of models by two principal components, empty for fewer than ${fewestForEstimate} models that differ.`;
    const arrow = ({ label, x1, y1 }: Loading) =>
      `${label} ${formatNumber(x1 / stretch, units.correlation)} and ${formatNumber(y1 / stretch, units.correlation)}`;
    return `Density of models by the first principal component of the six raw results, with ${percent(first)} of the variance, and the second, with ${percent(second)}. Arrows show the correlation of each benchmark with the two: ${loadings.map(arrow).join('; ')}.`;
  },
  notes: `Each benchmark’s raw result in standard units. Cells count models: the stronger the colour, the more. An arrow points along the correlations of its benchmark with the two components, drawn ${stretch} times as long; the direction of an axis is fixed by its largest loading, which points right or up.`,
  spec(drawing) {
    const phone = drawing === 'phone';
    const width = widths[drawing] + (phone ? 20 : 60);
    const height = phone ? 250 : 360;
    const axis = { title: null, tickCount: 5, grid: true };
    const x = { field: 'x0', type: 'quantitative', axis } as const;
    const y = { field: 'y0', type: 'quantitative', axis } as const;
    const title = {
      calculate: "datum.label + ': ' + format(100 * datum.share, '.0f') + ' % of the variance'",
      as: 'written',
    };
    return {
      ...chartBase(drawing),
      width,
      height,
      layer: [
        densityLayer({
          x: { position: x, name: 'First', format: '.1f' },
          y: { position: y, name: 'Second', format: '.1f' },
          shade: { type: 'sqrt', range: [0.05, 0.7], domainMin: 0 },
        }),
        {
          transform: [only('loading')],
          mark: { type: 'rule', color: ink.text, strokeWidth: 1.5 },
          encoding: { x, x2: { field: 'x1' }, y, y2: { field: 'y1' } },
        },
        {
          transform: [only('loading')],
          mark: {
            type: 'point',
            shape: 'triangle',
            filled: true,
            size: 60,
            opacity: 1,
            color: ink.text,
            angle: {
              expr: "90 + 180 / PI * atan2(scale('y', datum.y1) - scale('y', 0), scale('x', datum.x1) - scale('x', 0))",
            },
          },
          encoding: {
            x: { field: 'x1', type: 'quantitative' },
            y: { field: 'y1', type: 'quantitative' },
          },
        },
        {
          transform: [only('loading')],
          mark: { type: 'text', align: 'left', dx: 9, fontWeight: 600, stroke: ink.paper, strokeWidth: 3 },
          encoding: {
            x: { field: 'x1', type: 'quantitative' },
            y: { field: 'at', type: 'quantitative' },
            text: { field: 'label' },
          },
        },
        {
          transform: [only('loading')],
          mark: { type: 'text', align: 'left', dx: 9, fontWeight: 600 },
          encoding: {
            x: { field: 'x1', type: 'quantitative' },
            y: { field: 'at', type: 'quantitative' },
            text: { field: 'label' },
          },
        },
        {
          transform: [
            only('component'),
            { filter: "datum.label === 'First component' && isValid(datum.share)" },
            title,
          ],
          mark: { type: 'text', baseline: 'top', color: ink.muted },
          encoding: { x: { value: width / 2 }, y: { value: height + 26 }, text: { field: 'written' } },
        },
        {
          transform: [
            only('component'),
            { filter: "datum.label === 'Second component' && isValid(datum.share)" },
            title,
          ],
          mark: { type: 'text', baseline: 'bottom', angle: 270, color: ink.muted },
          encoding: { x: { value: -26 }, y: { value: height / 2 }, text: { field: 'written' } },
        },
      ],
    };
  },
});
