import { formatNumber } from '../statistics/format.ts';
import {
  carbonFrontier,
  carbonFrontierOf,
  carbonNoise,
  type MeteredModel,
} from '../statistics/named/carbon-frontier.ts';
import { fewestForEstimate, numbersOf, units } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { densityLayer, densityRows } from './parts/density.ts';
import { layerOf, only } from './parts/layers.ts';
import { carbonPosition } from './parts/log-axis.ts';
import { chartBase, ink, widths } from './theme.ts';

const xStep = 1 / 2;
const yStep = 2.5;
/** Members labelled in the chart, and the points of score that keep two labels apart. */
const mostLabels = 6;
const labelGap = 4.5;
/** Doublings of CO₂ left of the first model, where the names of the members stand. */
const roomForNames = 2;

const blank = {
  x0: null,
  x1: null,
  y0: null,
  y1: null,
  model: null,
  name: null,
  parameters_b: null,
  submission_date: null,
  since: null,
  within: null,
};

type Blank = typeof blank;
type Member = Omit<Blank, 'x0' | 'y0' | 'model' | 'name' | 'parameters_b' | 'submission_date' | 'since'> & {
  layer: 'frontier';
  n: number;
  x0: number;
  y0: number;
  model: string;
  name: string | null;
  parameters_b: number;
  submission_date: string | null;
  since: boolean;
};
type Drawn =
  | Member
  | (Omit<Blank, 'x0' | 'x1' | 'y0' | 'y1'> & ReturnType<typeof densityRows>[number])
  | (Omit<Blank, 'x0' | 'within'> & {
      layer: 'summary';
      n: number;
      x0: number | null;
      within: number | null;
    });

const score = ({ average }: MeteredModel) => average;

/** Rows of the members to label: the best, then those that raise the frontier most, none too near another. */
function labelled(members: readonly MeteredModel[]): Set<number> {
  const rise = (index: number) => score(members[index]!) - (index > 0 ? score(members[index - 1]!) : 0);
  const order = [...members.keys()].sort((a, b) => rise(b) - rise(a) || a - b);
  const chosen = members.slice(-1);
  for (const index of order) {
    const member = members[index]!;
    if (chosen.length >= mostLabels) break;
    if (chosen.every((other) => Math.abs(score(other) - score(member)) >= labelGap)) chosen.push(member);
  }
  return new Set(chosen.map(({ row }) => row));
}

const whole = (value: number) => value.toLocaleString('en');
const member = ({ model, parameters_b, x0, y0 }: Member) =>
  `${model} (${formatNumber(parameters_b, units.billions)}\u00a0B, ${formatNumber(y0, units.points)} points for ${formatNumber(x0, units.kg)}\u00a0kg)`;
const summaryOf = (rows: readonly Drawn[]) => layerOf(rows, 'summary')[0];

/** The average score against the carbon of the evaluation, with the Pareto frontier of the table. */
export const scoreVsCo2 = figure({
  id: 'score-vs-co2',
  question: 'Which models score the most for the least carbon?',
  query: carbonFrontier.query,
  derive(rows): Drawn[] {
    const members = carbonFrontierOf(rows);
    const labels = labelled(members);
    const co2 = numbersOf(rows, 'co2_kg').map(Math.log2);
    const within = carbonFrontier.derive(rows)['carbon_frontier.within_noise.count']?.value ?? null;
    return [
      ...members.map((row) => ({
        ...blank,
        layer: 'frontier' as const,
        n: 1,
        x0: row.co2_kg,
        y0: score(row),
        model: row.model,
        name: labels.has(row.row) ? row.model.split('/').at(-1)! : null,
        parameters_b: row.parameters_b,
        submission_date: row.submission_date,
        since: row.since,
      })),
      ...densityRows({ values: co2, step: xStep, log: true }, { values: rows.map(score), step: yStep }).map(
        (cell) => ({ ...blank, ...cell }),
      ),
      {
        ...blank,
        layer: 'summary',
        n: rows.length,
        x0: rows.length > 0 ? 2 ** (Math.min(...co2) - roomForNames) : null,
        within,
      },
    ];
  },
  columns: [
    { name: 'layer', title: 'Layer' },
    { name: 'model', title: 'Model', model: true },
    { name: 'parameters_b', title: 'Parameters (B)', unit: units.billions },
    { name: 'y0', title: 'Score, or score from', unit: units.points },
    { name: 'y1', title: 'Score to', unit: units.points },
    { name: 'x0', title: 'CO₂, or CO₂ from (kg)', unit: units.kg },
    { name: 'x1', title: 'CO₂ to (kg)', unit: units.kg },
    { name: 'submission_date', title: 'Submitted' },
    { name: 'n', title: 'Models' },
    { name: 'within', title: `Models on it at their CO₂ ÷ ${carbonNoise}` },
  ],
  n: (rows) => summaryOf(rows)?.n ?? 0,
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const members = layerOf(rows, 'frontier');
    const summary = summaryOf(rows);
    if (!summary || summary.n < fewestForEstimate) return 'Too few models for a frontier.';
    const since = members.filter(({ since }) => since).length;
    return `${whole(members.length)} of ${whole(summary.n)} models stand on the frontier, ${whole(since)} of them submitted since carbon was charged at half; ${whole(summary.within ?? 0)} would stand on it were their own CO₂ smaller by a factor of ${carbonNoise}.`;
  },
  alt(rows) {
    const members = layerOf(rows, 'frontier');
    const summary = summaryOf(rows);
    const named = members.filter(({ name }) => name !== null);
    return `Density of ${whole(summary?.n ?? 0)} models by kg CO₂, on a log axis, and average score, with a stepped line through the ${whole(members.length)} models that no other beats on both. ${named.length > 0 ? `Labelled on it: ${named.map(member).join('; ')}.` : 'None is labelled.'}`;
  },
  notes:
    'Cells are half a doubling of CO₂ wide and 2.5 points high; the stronger the colour, the more models. The line joins the models that no other matches in both and beats in one; the table lists them all. Hollow ones were submitted since 8 February 2025, when the recorded carbon fell by half.',
  explore: { x: 'co2_kg', y: 'average', colour: 'none' },
  spec(drawing) {
    const phone = drawing === 'phone';
    const x = carbonPosition({
      field: 'x0',
      ticks: phone ? [0.1, 1, 10, 100] : [0.1, 0.3, 1, 3, 10, 30, 100],
      grid: false,
    });
    const y = {
      field: 'y0',
      type: 'quantitative',
      scale: { zero: true },
      axis: { title: 'Average score (points)', tickCount: 6 },
    } as const;
    const named = [
      { filter: "datum.layer === 'frontier' && isValid(datum.name)" },
      { calculate: "format(datum.parameters_b, '.1f') + ' B'", as: 'size' },
    ];
    // A long name would run over the axis.
    const label = { align: 'right', baseline: 'bottom', dx: -6, dy: 1, limit: 170 } as const;
    const text = { field: phone ? 'size' : 'name' } as const;
    return {
      ...chartBase(drawing),
      width: widths[drawing] + (phone ? 20 : 60),
      height: phone ? 280 : 360,
      layer: [
        {
          // Keeps room for the names left of the first model.
          transform: [only('summary')],
          mark: { type: 'point', opacity: 0, color: ink.accent },
          encoding: { x, y: { datum: 0, type: 'quantitative' } },
        },
        densityLayer({
          x: { position: x, name: 'CO₂', unit: 'kg', format: '.2~r' },
          y: { position: y, name: 'Score', format: '.1~f' },
          shade: { type: 'log', range: [0.1, 0.8] },
        }),
        {
          transform: [only('frontier')],
          mark: { type: 'line', interpolate: 'step-after', color: ink.text, strokeWidth: 1.5 },
          encoding: { x, y },
        },
        {
          transform: [only('frontier')],
          mark: { type: 'point', filled: true, size: 60, opacity: 1, stroke: ink.text, strokeWidth: 1.5 },
          encoding: {
            x,
            y,
            fill: { condition: { test: 'datum.since', value: ink.paper }, value: ink.text },
            tooltip: [
              { field: 'model', title: 'Model' },
              { field: 'parameters_b', title: 'Parameters (B)', format: '.2~f' },
              { field: 'y0', title: 'Average score', format: '.1f' },
              { field: 'x0', title: 'CO₂ (kg)', format: '.2f' },
              { field: 'submission_date', title: 'Submitted' },
            ],
          },
        },
        {
          transform: named,
          mark: { type: 'text', ...label, stroke: ink.paper, strokeWidth: 3 },
          encoding: { x, y, text },
        },
        { transform: named, mark: { type: 'text', ...label }, encoding: { x, y, text } },
      ],
    };
  },
});
