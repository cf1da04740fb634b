import { quarterName } from '../dataset/calendar.ts';
import { formatNumber } from '../statistics/format.ts';
import { gini, hhi, lorenzCurve } from '../statistics/methods/concentration.ts';
import {
  byQuarter,
  concentration,
  highHhi,
  modelsByOrganisation,
  moderateHhi,
} from '../statistics/named/concentration.ts';
import { fewestForEstimate, units } from '../statistics/statistic.ts';
import { countInWords } from './few.ts';
import { figure } from './figure.ts';
import { layerOf, only } from './parts/layers.ts';
import { chartBase, ink } from './theme.ts';

type Drawn =
  | {
      layer: 'all';
      label: string;
      organisations: number;
      x: null;
      y: null;
      index: number | null;
      gini: number | null;
      models: number;
    }
  | {
      layer: 'quarter';
      label: string;
      organisations: number;
      x: null;
      y: null;
      index: number;
      gini: null;
      models: number;
    }
  | {
      layer: 'lorenz';
      label: null;
      organisations: null;
      x: number;
      y: number;
      index: null;
      gini: null;
      models: null;
    };

const write = (value: number) => formatNumber(value, units.index);
const percent = (value: number) => formatNumber(value, units.share);
const summary = (rows: readonly Drawn[]) => layerOf(rows, 'all')[0];

/** Only the corners of the curve: between them all organisations have as many models. */
function corners(points: readonly { holders: number; total: number }[]) {
  const slope = (index: number) => {
    const [from, to] = [points[index - 1]!, points[index]!];
    return (to.total - from.total) / (to.holders - from.holders);
  };
  return points.filter(
    (_, index) =>
      index === 0 || index === points.length - 1 || Math.abs(slope(index + 1) / slope(index) - 1) > 1e-6,
  );
}

/** How models are spread over organisations: the Lorenz curve, and the index of concentration by quarter. */
export const concentrationFigure = figure({
  id: 'concentration',
  question: 'Do a few organisations send most of the models?',
  query: concentration.query,
  derive(rows): Drawn[] {
    const counts = [...modelsByOrganisation(rows).values()];
    const blank = { x: null, y: null };
    return [
      {
        layer: 'all',
        label: 'all',
        organisations: counts.length,
        ...blank,
        index: hhi(counts),
        gini: gini(counts),
        models: counts.reduce((a, b) => a + b, 0),
      },
      ...byQuarter(rows).map((quarter) => ({
        layer: 'quarter' as const,
        label: quarterName(quarter.quarter),
        organisations: quarter.organisations,
        ...blank,
        index: quarter.hhi,
        gini: null,
        models: quarter.models,
      })),
      ...corners(lorenzCurve(counts)).map(({ holders, total }) => ({
        layer: 'lorenz' as const,
        label: null,
        organisations: null,
        x: holders,
        y: total,
        index: null,
        gini: null,
        models: null,
      })),
    ];
  },
  columns: [
    { name: 'layer', title: 'Layer' },
    { name: 'label', title: 'Quarter' },
    { name: 'models', title: 'Models', unit: units.models },
    { name: 'organisations', title: 'Organisations', unit: units.organisations },
    { name: 'index', title: 'Herfindahl–Hirschman index', unit: units.index },
    { name: 'gini', title: 'Gini coefficient', unit: units.index },
    { name: 'x', title: 'Share of organisations', unit: units.share },
    { name: 'y', title: 'Share of models', unit: units.share },
  ],
  n: (rows) => summary(rows)?.models ?? 0,
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const all = summary(rows);
    if (!all || all.models < fewestForEstimate) return `Too few models; it takes ${fewestForEstimate}.`;
    const index = all.index ?? 0;
    const degree =
      index >= highHhi
        ? 'highly concentrated'
        : index >= moderateHhi
          ? 'moderately concentrated'
          : 'not concentrated';
    return `${countInWords(all.organisations, 'organisations')} ${all.organisations === 1 ? 'has' : 'share'} the models with a Gini coefficient of ${write(all.gini ?? 0)}; by the antitrust index, ${write(index)}, they are ${degree}.`;
  },
  alt(rows) {
    const all = summary(rows);
    if (!all || all.models === 0) return 'Two empty panels, for want of models: there are 0.';
    const curve = layerOf(rows, 'lorenz');
    // Of an odd number of organisations the middle one is in neither half, as in `orgs.lower_half_share`.
    const half = Math.floor(all.organisations / 2) / all.organisations;
    const after = curve.findIndex((row) => row.x > half);
    const [a, b] = [curve[after - 1]!, curve[after]!];
    const ofHalf = a.y + ((half - a.x) / (b.x - a.x)) * (b.y - a.y);
    return `Left, a Lorenz curve of models over organisations with a Gini coefficient of ${write(all.gini ?? 0)}: the smaller half of the organisations has ${percent(ofHalf)} of the models. Right, the Herfindahl–Hirschman index of each quarter of submission: ${
      layerOf(rows, 'quarter')
        .map((row) => `${row.label} ${write(row.index)}`)
        .join(', ') || 'none'
    }; a market counts as moderately concentrated from ${formatNumber(moderateHhi, units.correlation)}.`;
  },
  notes: `The curve runs from the organisations with the fewest models to those with the most; on the diagonal all would have as many. The index is the sum of the squared shares of models, over the models submitted in a quarter; the line at ${formatNumber(moderateHhi, units.correlation)} is where antitrust authorities begin to speak of concentration. Models without a day of submission are in the curve only.`,
  spec(drawing) {
    const phone = drawing === 'phone';
    const unit = [0, 1];
    const percentAxis = (title: string) => ({
      title,
      values: [0, 0.25, 0.5, 0.75, 1],
      labelExpr: "format(100 * datum.value, '.0f') + ' %'",
    });
    const x = {
      field: 'x',
      type: 'quantitative' as const,
      scale: { domain: unit },
      axis: percentAxis('Organisations, smallest first'),
    };
    const y = {
      field: 'y',
      type: 'quantitative' as const,
      scale: { domain: unit },
      axis: percentAxis('Share of models'),
    };
    const quarter = { field: 'label', type: 'ordinal', axis: { title: null, labelAngle: 0 } } as const;
    const lorenz = {
      width: phone ? 250 : 260,
      height: phone ? 220 : 260,
      layer: [
        {
          transform: [only('all')],
          mark: { type: 'rule' as const, color: ink.muted, strokeDash: [4, 3] },
          encoding: {
            x: { datum: 0, type: 'quantitative' as const },
            y: { datum: 0, type: 'quantitative' as const },
            x2: { datum: 1 },
            y2: { datum: 1 },
          },
        },
        {
          transform: [only('lorenz')],
          mark: { type: 'area' as const, color: ink.density, opacity: 0.14 },
          encoding: { x, y },
        },
        {
          transform: [only('lorenz')],
          mark: {
            type: 'line' as const,
            color: ink.accent,
            strokeWidth: 2.5,
            interpolate: 'linear' as const,
          },
          encoding: { x, y },
        },
        {
          transform: [
            only('all'),
            { filter: 'isValid(datum.gini)' },
            { calculate: "'Gini ' + format(datum.gini, '.3f')", as: 'written' },
          ],
          mark: {
            type: 'text' as const,
            align: 'left' as const,
            fontWeight: 600 as const,
            color: ink.accent,
          },
          encoding: {
            x: { datum: 0.08, type: 'quantitative' as const },
            y: { datum: 0.86, type: 'quantitative' as const },
            text: { field: 'written' },
          },
        },
      ],
    };
    const index = {
      width: phone ? 250 : 240,
      height: phone ? 150 : 260,
      layer: [
        {
          transform: [only('quarter')],
          mark: { type: 'bar' as const, width: { band: 0.6 }, color: ink.density, opacity: 0.75 },
          encoding: {
            x: quarter,
            y: {
              field: 'index',
              type: 'quantitative' as const,
              axis: { title: 'Herfindahl–Hirschman index', tickCount: 5, format: '.2f' },
            },
            tooltip: [
              { field: 'label', title: 'Quarter' },
              { field: 'index', title: 'Index', format: '.3f' },
              { field: 'models', title: 'Models', format: ',' },
              { field: 'organisations', title: 'Organisations', format: ',' },
            ],
          },
        },
        {
          transform: [only('quarter')],
          mark: { type: 'text' as const, baseline: 'bottom' as const, dy: -3 },
          encoding: {
            x: quarter,
            y: { field: 'index', type: 'quantitative' as const },
            text: { field: 'index', type: 'quantitative' as const, format: '.3f' },
          },
        },
        {
          mark: { type: 'rule' as const, color: ink.text, strokeDash: [4, 3] },
          encoding: { y: { datum: moderateHhi, type: 'quantitative' as const } },
        },
        {
          transform: [only('all')],
          mark: {
            type: 'text' as const,
            align: 'left' as const,
            baseline: 'bottom' as const,
            dy: -4,
            color: ink.muted,
          },
          encoding: {
            x: { value: 0 },
            y: { datum: moderateHhi, type: 'quantitative' as const },
            text: { value: 'moderately concentrated' },
          },
        },
      ],
    };
    const panels = [lorenz, index];
    return {
      ...chartBase(drawing),
      ...(phone ? { vconcat: panels } : { hconcat: panels }),
      spacing: phone ? 26 : 36,
    };
  },
});
