import { unionAll } from '../dataset/select.ts';
import { formatNumber } from '../statistics/format.ts';
import { medianEstimate, quantileEstimate } from '../statistics/methods/quantile.ts';
import {
  alikeRuns,
  askedBothWays,
  askedTwice,
  clustersOfGroups,
  comparedAs,
  type ComparedRun,
  groupsOf,
  sameRuns,
  spreadOf,
  twinRuns,
  typicalFold,
} from '../statistics/named/compared-runs.ts';
import { fewestForEstimate, units } from '../statistics/statistic.ts';
import { figure, type Drawing } from './figure.ts';
import { cautionColumn, cautionOf, warningTip, withWarning } from './parts/cautioned.ts';
import { halo } from './parts/halo.ts';
import { layerOf } from './parts/layers.ts';
import { logScale } from './parts/log-axis.ts';
import { stackOffsets } from './parts/stack.ts';
import { chartBase, chartConfig, ink, widths } from './theme.ts';

type Cause = 'same' | 'template' | 'twins' | 'alike';
type Measure = 'spread' | 'fold';

/** Compared runs, and how far apart they are. */
interface Compared {
  runs: readonly ComparedRun[];
  value: number;
}

/** What is compared, why results should agree, and what a comparison is called. */
const causes: readonly {
  id: Cause;
  measure: Measure;
  title: string;
  counted: string;
  compare(rows: readonly ComparedRun[]): Compared[];
}[] = [
  {
    id: 'same',
    measure: 'spread',
    title: 'Same commit, same form of the question',
    counted: 'models',
    compare: (rows) => groupsOf(rows).map((runs) => ({ runs, value: spreadOf(runs, 'average') })),
  },
  {
    id: 'template',
    measure: 'spread',
    title: 'With and without the chat template',
    counted: 'models',
    compare: (rows) =>
      askedTwice(rows).map(({ asked, plain }) => ({
        runs: [asked, plain],
        value: Math.abs(asked.average - plain.average),
      })),
  },
  {
    id: 'twins',
    measure: 'fold',
    title: 'Exact twins: all six scores agree',
    counted: 'groups',
    compare: (rows) => groupsOf(rows).map((runs) => ({ runs, value: typicalFold(runs) })),
  },
  {
    id: 'alike',
    measure: 'fold',
    title: 'Alike models of different organisations',
    counted: 'groups',
    compare: (rows) => groupsOf(rows).map((runs) => ({ runs, value: typicalFold(runs) })),
  },
];

const query = unionAll(
  [
    comparedAs('same', sameRuns),
    comparedAs('template', askedBothWays),
    comparedAs('twins', twinRuns),
    comparedAs('alike', alikeRuns),
  ],
  ['cause', 'row'],
);

const blank = { model: null, compared: null, caution: null, runs: null };
/** The numbers of a row, those of the other measure blank. */
type Numbers = Record<Measure | `${Measure}_${'low' | 'high' | 'p90'}`, number | null>;
type Dot = {
  layer: 'dot';
  cause: Cause;
  model: string;
  compared: string;
  caution: string | null;
  y: number;
  runs: null;
  n: number;
};
type Summary = {
  layer: 'summary';
  cause: Cause;
  model: null;
  compared: null;
  caution: null;
  y: number;
  runs: number;
  n: number;
};
type Drawn = (Dot | Summary) & Numbers;

/** The value of a comparison, or the median of several with its interval and their 90th percentile. */
function numbers(measure: Measure, value: number | null, { low, high, p90 } = noBounds): Numbers {
  const none = { value: null, ...noBounds };
  const given = { value, low, high, p90 };
  const [spread, fold] = measure === 'spread' ? [given, none] : [none, given];
  return {
    spread: spread.value,
    spread_low: spread.low,
    spread_high: spread.high,
    spread_p90: spread.p90,
    fold: fold.value,
    fold_low: fold.low,
    fold_high: fold.high,
    fold_p90: fold.p90,
  };
}
const noBounds: Record<'low' | 'high' | 'p90', number | null> = { low: null, high: null, p90: null };

const unitOf = (measure: Measure) => (measure === 'spread' ? units.points : units.fold);
/** Widths of the cells that dots are stacked in: a fifth of a point, a twentieth of a doubling. */
const steps: Readonly<Record<Measure, number>> = { spread: 0.2, fold: 0.05 };
/** Height of a stack of dots, in strips. */
const stackHeight = 0.42;

const stripOf = (cause: Cause) => {
  const { measure } = causes.find(({ id }) => id === cause)!;
  return causes.filter((each) => each.measure === measure).findIndex(({ id }) => id === cause);
};

/** What is the same about compared runs, for the tooltip. */
function describe(cause: Cause, [first, ...others]: readonly ComparedRun[]): string {
  if (cause !== 'alike') return [first!, ...others].map(({ model }) => model).join(', ');
  const { architecture, parameters_b, precision, chat_template, since } = first!;
  return `${architecture}, ${parameters_b} B, ${precision}, ${chat_template ? 'chat template' : 'no template'}, ${since ? 'since' : 'before'} 8 February 2025`;
}

const summaryOf = (rows: readonly Drawn[], cause: Cause) =>
  layerOf(rows, 'summary').find((row) => row.cause === cause);
const measureOf = (cause: Cause) => causes.find(({ id }) => id === cause)!.measure;
const typical = (rows: readonly Drawn[], cause: Cause): number | null =>
  summaryOf(rows, cause)?.[measureOf(cause)] ?? null;

/** How far apart results are that should agree, by what is the same about them. */
export const noiseFloor = figure({
  id: 'noise-floor',
  question: 'How far apart are two results that should agree?',
  query,
  derive(rows): Drawn[] {
    const runs = new Set(rows.map(({ row }) => row)).size;
    return causes.flatMap(({ id: cause, measure, compare }): Drawn[] => {
      const found = compare(rows.filter((row) => row.cause === cause));
      const values = found.map(({ value }) => value);
      const scaled = measure === 'fold' ? values.map(Math.log2) : values;
      const offsets = stackOffsets(scaled, steps[measure]);
      const clusters = cause === 'twins' ? clustersOfGroups(found.map((each) => each.runs)) : undefined;
      const { value, low, high, n } = medianEstimate(values, clusters);
      const shown = n >= fewestForEstimate;
      const p90 = quantileEstimate(values, 0.9).value;
      return [
        ...found.map((each, index) => ({
          layer: 'dot' as const,
          cause,
          ...blank,
          ...numbers(measure, each.value),
          model: each.runs[0]!.model,
          compared: describe(cause, each.runs),
          caution: cautionOf(each.runs.find(({ caution }) => caution !== null)?.caution ?? null),
          y: stripOf(cause) + stackHeight * offsets[index]!,
          n: each.runs.length,
        })),
        {
          layer: 'summary',
          cause,
          ...blank,
          ...(shown ? numbers(measure, value, { low, high, p90 }) : numbers(measure, null)),
          y: stripOf(cause),
          runs,
          n,
        },
      ];
    });
  },
  columns: [
    { name: 'cause', title: 'Compared' },
    { name: 'model', title: 'First model', model: true },
    { name: 'compared', title: 'What is compared' },
    cautionColumn,
    { name: 'spread', title: 'Averages apart (points)', unit: units.points },
    { name: 'spread_low', title: '95 % from (points)', unit: units.points },
    { name: 'spread_high', title: '95 % to (points)', unit: units.points },
    { name: 'spread_p90', title: '90th percentile (points)', unit: units.points },
    { name: 'fold', title: 'Ratio of CO₂', unit: units.fold },
    { name: 'fold_low', title: '95 % from (ratio of CO₂)', unit: units.fold },
    { name: 'fold_high', title: '95 % to (ratio of CO₂)', unit: units.fold },
    { name: 'fold_p90', title: '90th percentile of the ratio of CO₂', unit: units.fold },
    { name: 'n', title: 'Runs or comparisons' },
    { name: 'runs', title: 'Runs in all' },
    { name: 'layer', title: 'Layer' },
  ],
  n: (rows) => layerOf(rows, 'summary')[0]?.runs ?? 0,
  counts: 'runs',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const [same, template] = [typical(rows, 'same'), typical(rows, 'template')];
    const [twins, alike] = [typical(rows, 'twins'), typical(rows, 'alike')];
    const points = [
      ...(same === null ? [] : [`${formatNumber(same, units.points)} points when a model is run again`]),
      ...(template === null
        ? []
        : [`${formatNumber(template, units.points)} points when it is asked in the other form`]),
    ];
    const folds = [
      ...(twins === null ? [] : [`${formatNumber(twins, units.fold)} between exact twins`]),
      ...(alike === null ? [] : [`${formatNumber(alike, units.fold)} between alike models`]),
    ];
    const parts = [
      ...(points.length > 0 ? [`the average typically moves by ${points.join(' and by ')}`] : []),
      ...(folds.length > 0 ? [`CO₂ typically differs by a factor of ${folds.join(' and of ')}`] : []),
    ];
    if (parts.length === 0) return 'Too few runs that should agree.';
    const sentence = `${parts.join('; ')}.`;
    return sentence.charAt(0).toUpperCase() + sentence.slice(1);
  },
  alt(rows) {
    const said = causes.map(({ id, title, counted, measure }) => {
      const summary = summaryOf(rows, id);
      const value = summary?.[measure] ?? null;
      const p90 = summary?.[`${measure}_p90`] ?? null;
      if (!summary || value === null || p90 === null) return `${title}: too few, ${summary?.n ?? 0}.`;
      const unit = unitOf(measure);
      return `${title}: ${summary.n} ${counted}, median ${formatNumber(value, unit)}, nine in ten within ${formatNumber(p90, unit)}.`;
    });
    return `Four strips of dots on two scales: points between averages, and ratios of CO₂ on a log axis. ${said.join(' ')}`;
  },
  notes:
    'Above, each dot is a model: run at two number formats at one commit and in one form of the question, or run with the chat template and without it, which nearly always changes the number format too. Below, each dot is a group of models on one side of 8 February 2025, at the median ratio over its pairs: models of one architecture and size whose six raw scores agree to the last digit, and models of one architecture, size, number format and form of the question, one of each organisation. The upright line is the median over dots, the level one its 95 % interval, for twins clustered by organisation and lineage; dots that nearly coincide are stacked, and those with a run that carries a caution are open.',
  spec: (drawing) => ({
    ...chartBase(drawing),
    config: { ...chartConfig(drawing), concat: { spacing: 26 } },
    vconcat: [panel(drawing, 'spread'), panel(drawing, 'fold')],
  }),
});

/** The strips of one measure, each with its name and its numbers above it. */
function panel(drawing: Drawing, measure: Measure) {
  const strips = causes.filter((each) => each.measure === measure);
  const y = {
    field: 'y',
    type: 'quantitative' as const,
    scale: { domain: [-0.7, strips.length - 0.65], reverse: true, nice: false, zero: false },
    axis: null,
  };
  const x = {
    field: measure,
    type: 'quantitative' as const,
    ...(measure === 'fold' && { scale: { ...logScale, domainMin: 1 } }),
    axis:
      measure === 'fold'
        ? {
            title: 'Ratio of CO₂, larger ÷ smaller (log scale)',
            values: [1, 1.25, 1.5, 2, 3, 4, 8, 16],
            format: '~r',
          }
        : { title: 'Averages apart (points)', tickCount: 7 },
  };
  const inPanel = strips.map(({ id }) => `datum.cause === '${id}'`).join(' || ');
  const summary = { filter: `datum.layer === 'summary' && (${inPanel})` };
  const digits = unitOf(measure).digits;
  const titles = strips.map(({ id, title }) => `datum.cause === '${id}' ? '${title}' : `).join('');
  const counted = strips.map(({ id, counted: of }) => `datum.cause === '${id}' ? '${of}' : `).join('');
  const lines = [
    { dy: -50, color: ink.text, label: `${titles}''` },
    {
      dy: -34,
      color: ink.muted,
      label: `isValid(datum.${measure}) ? format(datum.n, ',') + ' ' + (${counted}'') + ', median ' + format(datum.${measure}, '.${digits}f') + ', nine in ten within ' + format(datum.${measure}_p90, '.${digits}f') : 'too few, ' + datum.n`,
    },
  ];
  return {
    width: widths[drawing] + 50,
    height: 104 * strips.length,
    layer: [
      ...(['closed', 'open'] as const).map((dot) => ({
        transform: [
          {
            filter: `datum.layer === 'dot' && (${inPanel}) && ${dot === 'open' ? 'isValid' : '!isValid'}(datum.caution)`,
          },
          withWarning,
        ],
        mark: {
          type: 'point' as const,
          filled: true,
          size: 26,
          ...(dot === 'open'
            ? { fill: ink.paper, stroke: ink.accent, opacity: 1 }
            : { opacity: 0.5, color: ink.accent }),
        },
        encoding: {
          x,
          y,
          tooltip: [
            { field: 'compared', title: 'Compared' },
            {
              field: measure,
              title: measure === 'fold' ? 'Ratio of CO₂' : 'Points apart',
              format: '.2f',
            },
            warningTip,
          ],
        },
      })),
      {
        transform: [summary],
        mark: { type: 'rule' as const, strokeWidth: 2, color: ink.text },
        encoding: {
          y,
          x: { field: `${measure}_low`, type: 'quantitative' as const },
          x2: { field: `${measure}_high` },
        },
      },
      {
        transform: [summary],
        mark: {
          type: 'tick' as const,
          orient: 'vertical' as const,
          size: 44,
          thickness: 2,
          opacity: 1,
          color: ink.text,
        },
        encoding: { x, y },
      },
      ...lines.flatMap(({ dy, color, label }) =>
        halo.map((ground) => ({
          transform: [summary, { calculate: label, as: 'label' }],
          mark: {
            type: 'text' as const,
            align: 'left' as const,
            baseline: 'middle' as const,
            dy,
            color,
            ...ground,
          },
          encoding: { x: { value: 0 }, y, text: { field: 'label' } },
        })),
      ),
    ],
  };
}
