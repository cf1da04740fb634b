import { formatInterval, formatNumber } from '../statistics/format.ts';
import { fitLine } from '../statistics/methods/linear.ts';
import { sortedQuantile } from '../statistics/methods/quantile.ts';
import { modelsOf, providerModels, providers, type Provider } from '../statistics/named/provider-models.ts';
import { providerTrend } from '../statistics/named/provider-trend.ts';
import { fewestForEstimate, numbersOf, units } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { densityLayer, densityRows } from './parts/density.ts';
import { farthestRight, layerOf, only } from './parts/layers.ts';
import { carbonPosition } from './parts/log-axis.ts';
import { chartBase, colourByProvider, ink, panelHeader, widths } from './theme.ts';

const unit = units.pointsPerCo2Doubling;
const xStep = 1 / 2;
const yStep = 4;

const blank = {
  panel: null,
  provider: null,
  x0: null,
  x1: null,
  y0: null,
  y1: null,
  slope: null,
  low: null,
  high: null,
  n: null,
  density: null,
};

type Blank = typeof blank;
type Place = { panel: Provider['label']; provider: Provider['id'] };
type Slope = { layer: 'slope' } & Place &
  Omit<Blank, keyof Place | 'slope' | 'low' | 'high' | 'n'> & {
    slope: number | null;
    low: number | null;
    high: number | null;
    n: number;
  };
type Drawn =
  | (Place & Omit<Blank, keyof Place | keyof Cell | 'density'> & Cell & { density: number })
  | ({ layer: 'trend' } & Place & Omit<Blank, keyof Place | 'x0' | 'y0'> & { x0: number; y0: number })
  | Slope;
type Cell = ReturnType<typeof densityRows>[number];

const slopeOf = (rows: readonly Drawn[], provider: Provider['id']) =>
  layerOf(rows, 'slope').find((row) => row.provider === provider);
const say = (row: Slope | undefined) =>
  row && row.slope !== null && row.low !== null && row.high !== null
    ? `${formatNumber(row.slope, unit)} (${formatInterval(row.low, row.high, unit)})`
    : null;

/** Seed figure 5, second part: average score against carbon, with a trend for each side. */
export const co2VsScoreByProvider = figure({
  id: 'co2-vs-score-by-provider',
  question: 'What score stands against the carbon of an evaluation?',
  seed: [5],
  query: providerModels,
  derive(rows): Drawn[] {
    const estimates = providerTrend.derive(rows);
    return providers.flatMap((provider): Drawn[] => {
      const models = modelsOf(provider, rows).filter((row) => row.co2_kg > 0);
      const doublings = numbersOf(models, 'co2_kg').map(Math.log2);
      const average = numbersOf(models, 'average');
      const cells = densityRows(
        { values: doublings, step: xStep, log: true },
        { values: average, step: yStep },
      );
      const most = Math.max(1, ...cells.map(({ n }) => n));
      const estimate = estimates[`score_on_co2.${provider.id}`]!;
      const fit = models.length >= fewestForEstimate ? fitLine(doublings, average) : null;
      const sorted = doublings.toSorted((a, b) => a - b);
      // From the 1st to the 99th percentile: beyond them a line would rest on a handful of models.
      const ends = fit === null ? [] : [0.01, 0.99].map((p) => sortedQuantile(sorted, p)!);
      return [
        ...cells.map(({ layer, ...cell }) => ({
          layer,
          ...blank,
          ...cell,
          panel: provider.label,
          provider: provider.id,
          density: cell.n / most,
        })),
        // Each line stands in both panels, so that the two can be compared.
        ...providers.flatMap(({ label: panel }) =>
          ends.map((x) => ({
            layer: 'trend' as const,
            ...blank,
            panel,
            provider: provider.id,
            x0: 2 ** x,
            y0: fit!.intercept + fit!.slope * x,
          })),
        ),
        {
          layer: 'slope',
          ...blank,
          panel: provider.label,
          provider: provider.id,
          slope: fit === null ? null : estimate.value,
          low: fit === null ? null : estimate.low,
          high: fit === null ? null : estimate.high,
          n: models.length,
        },
      ];
    });
  },
  columns: [
    { name: 'layer', title: 'Layer' },
    { name: 'panel', title: 'Panel' },
    { name: 'provider', title: 'Provider' },
    { name: 'x0', title: 'CO₂ from (kg)', unit: units.kg },
    { name: 'x1', title: 'CO₂ to (kg)', unit: units.kg },
    { name: 'y0', title: 'Score from', unit: units.points },
    { name: 'y1', title: 'Score to', unit: units.points },
    { name: 'slope', title: 'Points per doubling of CO₂', unit },
    { name: 'low', title: '95 % from', unit },
    { name: 'high', title: '95 % to', unit },
    { name: 'n', title: 'Models' },
  ],
  n: (rows) => layerOf(rows, 'slope').reduce((sum, row) => sum + row.n, 0),
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const [official, community] = providers.map(({ id }) => say(slopeOf(rows, id)));
    if (official === null || community === null)
      return `Too few models on one of the two sides for a trend; it takes ${fewestForEstimate}.`;
    return `With each doubling of CO₂ the average score changes by ${community} points among community models and by ${official} among official ones.`;
  },
  alt(rows) {
    const parts = providers.map(({ id, long }) => {
      const row = slopeOf(rows, id);
      return `Among ${formatNumber(row?.n ?? 0, units.models)} ${long}: ${say(row) ?? 'too few for a trend'}.`;
    });
    return `Two panels with the density of models by CO₂, on a log axis, and average score, one for official and one for other models, with the trend lines of both. In points per doubling of CO₂, with 95 % interval: ${parts.join(' ')}`;
  },
  notes: `Each cell is half a doubling of CO₂ wide and ${yStep} points high; the stronger the colour, the larger its share of the models of its panel. Lines are least-squares fits of the score on the logarithm of CO₂, drawn over the middle 98 % of each side; both stand in both panels.`,
  explore: { x: 'co2_kg', y: 'average', colour: 'provider' },
  spec(drawing) {
    const phone = drawing === 'phone';
    const x = carbonPosition({
      field: 'x0',
      ticks: phone ? [0.25, 1, 4, 16, 64] : [0.125, 0.5, 2, 8, 32, 128],
      grid: false,
    });
    const y = {
      field: 'y0',
      type: 'quantitative',
      scale: { zero: true },
      axis: { title: 'Average score (points)', tickCount: 5 },
    } as const;
    const facet = {
      field: 'panel',
      type: 'nominal',
      sort: providers.map(({ label }) => label),
      header: panelHeader,
    } as const;
    return {
      ...chartBase(drawing),
      facet: phone ? { row: facet } : { column: facet },
      spacing: phone ? 16 : 24,
      spec: {
        width: phone ? widths.phone + 20 : (widths.desktop + 40) / 2,
        height: phone ? 180 : 280,
        layer: [
          densityLayer({
            x: { position: x, name: 'CO₂', unit: 'kg', format: '.2~f' },
            y: { position: y, name: 'Score', format: '.0f' },
            strength: 'density',
            shade: { type: 'sqrt', range: [0.08, 0.85], domain: [0, 1] },
            color: colourByProvider,
            says: [
              { field: 'panel', title: 'Models' },
              { field: 'n', title: 'In this cell', format: ',' },
            ],
          }),
          {
            transform: [only('trend')],
            mark: { type: 'line', strokeWidth: 5, color: ink.paper, opacity: 0.75 },
            encoding: { x, y, detail: { field: 'provider', type: 'nominal' } },
          },
          {
            transform: [only('trend')],
            mark: { type: 'line', strokeWidth: 2.5 },
            encoding: { x, y, color: colourByProvider },
          },
          {
            transform: [only('slope'), { filter: `datum.n < ${fewestForEstimate}` }],
            mark: { type: 'text', align: 'left', baseline: 'top', color: ink.muted },
            encoding: { x: { value: 6 }, y: { value: 6 }, text: { value: 'too few models' } },
          },
          {
            transform: farthestRight('trend', ['provider', 'panel']),
            mark: { type: 'text', align: 'right', dx: -4, dy: -12, fontWeight: 600 },
            encoding: { x, y, text: { field: 'provider' }, color: colourByProvider },
          },
        ],
      },
    };
  },
});
