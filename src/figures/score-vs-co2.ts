import { formatNumber } from '../statistics/format.ts';
import { carbonNoise } from '../statistics/carbon-label.ts';
import {
  carbonFrontier,
  carbonFrontierOf,
  correctedOf,
  recordedFrontierOf,
  type MeteredModel,
} from '../statistics/named/carbon-frontier.ts';
import { fewestForEstimate, numbersOf, units } from '../statistics/statistic.ts';
import { countInWords } from './few.ts';
import { figure } from './figure.ts';
import {
  cautionColumn,
  cautionLegend,
  cautionNote,
  cautionOf,
  signed,
  warningTip,
  withWarning,
} from './parts/cautioned.ts';
import { densityLayer, densityRows } from './parts/density.ts';
import { halo } from './parts/halo.ts';
import { farthestRight, layerOf, only } from './parts/layers.ts';
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
  caution: null,
  within: null,
};

type Blank = typeof blank;
type Member = Pick<Blank, 'x1' | 'y1' | 'within'> & {
  layer: 'frontier' | 'recorded';
  n: number;
  x0: number;
  y0: number;
  model: string;
  name: string | null;
  parameters_b: number;
  submission_date: string | null;
  caution: string | null;
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
const member = ({ model, parameters_b, x0, y0, caution }: Member) =>
  `${model}${cautionNote(caution)} (${formatNumber(parameters_b, units.billions)}\u00a0B, ${formatNumber(y0, units.points)} points for ${formatNumber(x0, units.kg)}\u00a0kg)`;
const summaryOf = (rows: readonly Drawn[]) => layerOf(rows, 'summary')[0];

/** The average score against step-corrected carbon, with its Pareto frontier and that of the recorded carbon. */
export const scoreVsCo2 = figure({
  id: 'score-vs-co2',
  question: 'Which models score the most for the least carbon?',
  query: carbonFrontier.query,
  derive(rows): Drawn[] {
    const dated = correctedOf(rows);
    const members = carbonFrontierOf(dated);
    const labels = labelled(members);
    const co2 = numbersOf(dated, 'co2_step_corrected_kg').map(Math.log2);
    const within = carbonFrontier.derive(rows)['carbon_frontier.within_noise.count']?.value ?? null;
    const drawn = (layer: Member['layer'], row: MeteredModel, cost: number): Member => ({
      ...blank,
      layer,
      n: 1,
      x0: cost,
      y0: score(row),
      model: row.model,
      name: layer === 'frontier' && labels.has(row.row) ? row.model.split('/').at(-1)! : null,
      parameters_b: row.parameters_b,
      submission_date: row.submission_date,
      caution: cautionOf(row.caution),
    });
    return [
      ...members.map((row) => drawn('frontier', row, row.co2_step_corrected_kg)),
      ...recordedFrontierOf(rows).map((row) => drawn('recorded', row, row.co2_kg)),
      ...densityRows({ values: co2, step: xStep, log: true }, { values: dated.map(score), step: yStep }).map(
        (cell) => ({ ...blank, ...cell }),
      ),
      {
        ...blank,
        layer: 'summary',
        n: dated.length,
        x0: dated.length > 0 ? 2 ** (Math.min(...co2) - roomForNames) : null,
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
    cautionColumn,
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
    const named = new Set(members.map(({ model }) => model));
    const recorded = layerOf(rows, 'recorded');
    const kept = recorded.filter(({ model }) => named.has(model)).length;
    return `${whole(members.length)} of ${whole(summary.n)} models ${members.length === 1 ? 'stands' : 'stand'} on the frontier of step-corrected CO₂, among them ${whole(kept)} of the ${whole(recorded.length)} on the frontier of CO₂ as recorded; ${whole(summary.within ?? 0)} would stand on it were their own CO₂ smaller by a factor of ${carbonNoise}.`;
  },
  alt(rows) {
    const members = layerOf(rows, 'frontier');
    const summary = summaryOf(rows);
    const named = members.filter(({ name }) => name !== null);
    return `Density of ${whole(summary?.n ?? 0)} models by kg CO₂, step-corrected, on a log axis, and average score, with a stepped line through the ${countInWords(members.length, 'models')} that no other beats on both, and a paler one through those that none beats on CO₂ as recorded. ${named.length > 0 ? `Labelled on it: ${named.map(member).join('; ')}.` : 'None is labelled.'}`;
  },
  notes: `CO₂ is halved for models submitted before 8\u00a0February\u00a02025, most of which are charged for two evaluations; about one in ten of them is not and so stands too far left. Models without a day of submission are left out. Cells are half a doubling of CO₂ wide and 2.5\u00a0points high; the stronger the colour, the more models. The line joins the models that no other matches in both and beats in one; the table lists them all. The dashed line does so for CO₂ as recorded, with the models without a day; its models are in the table too. ${cautionLegend}`,
  explore: { x: 'co2_step_corrected_kg', y: 'average', colour: 'none' },
  spec(drawing) {
    const phone = drawing === 'phone';
    const x = carbonPosition({
      field: 'x0',
      title: 'CO₂, step-corrected',
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
      signed('name'),
      {
        calculate: "format(datum.parameters_b, datum.parameters_b < 1 ? '.1~r' : '.1~f') + '\u00a0B'",
        as: 'size',
      },
    ];
    // A long name would run over the axis.
    const label = { align: 'right', baseline: 'bottom', dx: -6, dy: 1, limit: 170 } as const;
    const text = { field: phone ? 'size' : 'name' } as const;
    const line = (layer: Member['layer'], ink: { color: string; strokeDash?: number[] }) => ({
      transform: [only(layer)],
      mark: { type: 'line' as const, interpolate: 'step-after' as const, strokeWidth: 1.5, ...ink },
      encoding: { x, y },
    });
    const members = {
      transform: [only('frontier'), withWarning],
      mark: { type: 'point' as const, filled: true, opacity: 1, color: ink.text, size: phone ? 40 : 60 },
      encoding: {
        x,
        y,
        tooltip: [
          { field: 'model', title: 'Model' },
          { field: 'parameters_b', title: 'Parameters (B)', format: '.2~f' },
          { field: 'y0', title: 'Average score', format: '.1f' },
          { field: 'x0', title: 'CO₂ (kg), step-corrected', format: '.2f' },
          { field: 'submission_date', title: 'Submitted' },
          warningTip,
        ],
      },
    };
    return {
      ...chartBase(drawing),
      // A name would have no room there.
      ...(phone && {
        title: {
          text: 'Beside the line: billions of parameters (B)',
          anchor: 'start' as const,
          color: ink.muted,
          fontSize: 12,
          fontWeight: 400 as const,
          offset: 8,
        },
      }),
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
        line('recorded', { color: ink.muted, strokeDash: [4, 3] }),
        line('frontier', { color: ink.text }),
        members,
        ...halo.map((ground) => ({
          transform: named,
          mark: { type: 'text' as const, ...label, ...ground },
          encoding: { x, y, text },
        })),
        ...halo.map((ground) => ({
          transform: farthestRight('recorded'),
          mark: {
            type: 'text' as const,
            align: 'right' as const,
            baseline: 'top' as const,
            dy: 26,
            color: ink.muted,
            ...ground,
          },
          encoding: { x, y, text: { value: 'as recorded' } },
        })),
      ],
    };
  },
});
