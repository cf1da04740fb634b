import { formatNumber } from '../statistics/format.ts';
import { ladderFamilies, laddersOf, ladderStages, type Rung } from '../statistics/ladder-families.ts';
import { ladders, singleFall, stepsAmong } from '../statistics/named/ladders.ts';
import { units } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { cautionColumn, cautionOf, warningTip, withWarning } from './parts/cautioned.ts';
import { halo } from './parts/halo.ts';
import { logScale } from './parts/log-axis.ts';
import { chartBase, ink, panelHeader, widths } from './theme.ts';

interface Drawn {
  family: string;
  stage: string;
  model: string;
  parameters_b: number;
  average: number;
  change: number | null;
  errors: number | null;
  caution: string | null;
  [column: string]: string | number | null;
}

/** Rungs of one family at one stage, from the smallest model up. */
const rungs = (rows: readonly Drawn[], family: string, stage: string) =>
  rows.filter((row) => row.family === family && row.stage === stage);

/** Gains per doubling of the last step and of the whole ladder below it; null for fewer than three sizes. */
function lastStep(drawn: readonly Drawn[]): { last: number; before: number } | null {
  const sizes = drawn.filter((row, at) => at === 0 || row.parameters_b !== drawn[at - 1]!.parameters_b);
  if (sizes.length < 3) return null;
  const gain = (a: Drawn, b: Drawn) => (b.average - a.average) / Math.log2(b.parameters_b / a.parameters_b);
  const [first, below, top] = [sizes[0]!, sizes.at(-2)!, sizes.at(-1)!];
  return { last: gain(below, top), before: gain(first, below) };
}

/** Where the two lines are named, in the family that has the most sizes. */
const names = [
  { model: 'Qwen/Qwen2.5-7B-Instruct', text: 'tuned', colour: ink.accent, align: 'right', dx: -6, dy: -6 },
  { model: 'Qwen/Qwen2.5-3B', text: 'pretrained', colour: ink.text, align: 'left', dx: 5, dy: 10 },
] as const;

/** Score by size within official families, pretrained and instruction-tuned, a panel a family. */
export const familyLadders = figure({
  id: 'family-ladders',
  question: 'Within one family, where does the next size score no higher?',
  query: ladders.query,
  derive(rows): Drawn[] {
    const all = laddersOf(rows, 1);
    const steps = new Map<Rung, { change: number; errors: number }>(
      stepsAmong(rows).map(({ to, change, errors }) => [to, { change, errors }]),
    );
    return all.flatMap(({ family, stage, rungs: own }) =>
      own.map((rung) => ({
        family: family.name,
        stage: ladderStages.find(({ id }) => id === stage)!.label,
        model: rung.model,
        parameters_b: rung.parameters_b,
        average: rung.average,
        change: steps.get(rung)?.change ?? null,
        errors: steps.get(rung)?.errors ?? null,
        caution: cautionOf(rung.caution),
      })),
    );
  },
  columns: [
    { name: 'family', title: 'Family' },
    { name: 'stage', title: 'Stage' },
    { name: 'model', title: 'Model', model: true },
    { name: 'parameters_b', title: 'Parameters (B)', unit: units.billions },
    { name: 'average', title: 'Average score', unit: units.points },
    { name: 'change', title: 'Above the size below', unit: units.points },
    { name: 'errors', title: 'The same in errors of the questions', unit: units.standardErrors },
    cautionColumn,
  ],
  n: (rows) => rows.length,
  counts: 'models',
  wide: true,
  minimum: 3,
  takeaway(rows) {
    const tuned = ladderFamilies.flatMap(
      ({ name }) => lastStep(rungs(rows, name, 'instruction-tuned')) ?? [],
    );
    const flat = tuned.filter(({ last, before }) => last < before / 2);
    const steps = rows.filter(({ change }) => change !== null);
    const falls = steps.filter(({ change }) => change! < 0);
    const beyond = falls.filter(({ errors }) => errors! < -singleFall);
    if (steps.length === 0) return 'No family has two sizes in this slice.';
    const last =
      tuned.length === 0
        ? ''
        : `In ${flat.length} of ${tuned.length} instruction-tuned families the last step brings less than half of what a doubling brought before. `;
    const all = `${steps.length} ${steps.length === 1 ? 'step' : 'steps'} to the next size`;
    if (falls.length === 0) return `${last}Of ${all} none lowers the average.`;
    return `${last}Of ${all} ${falls.length} ${falls.length === 1 ? 'lowers' : 'lower'} the average, ${
      beyond.length === 0 ? 'none' : beyond.length
    } of them by more than the questions explain.`;
  },
  alt(rows) {
    const score = (row: Drawn) =>
      `${formatNumber(row.average, units.points)} points at ${formatNumber(row.parameters_b, units.billions)}\u00a0B`;
    const lines = ladderFamilies.flatMap(({ name }) =>
      ladderStages.flatMap(({ label }) => {
        const all = rungs(rows, name, label);
        const [first, last] = [all[0], all.at(-1)];
        return first && last && first !== last
          ? [`${name}, ${label}: from ${score(first)} to ${score(last)}.`]
          : [];
      }),
    );
    return [
      'One panel for each official family: lines of average score against parameters, one for its pretrained and one for its instruction-tuned models.',
      ...(lines.length > 0 ? lines : ['No family has two sizes in this slice.']),
    ].join(' ');
  },
  notes:
    'Official families of dense models for text with at least three sizes at one stage, in the order of their release. Full lines and dots are instruction-tuned models, broken lines and rings pretrained ones; a thick step is one on which the larger model scores less. Llama 3 is versions 3.2 and 3.1. Single models carry the noise of single runs: a step counts only where it is beyond the binomial error of the questions of both models.',
  explore: { x: 'parameters_b', y: 'average', colour: 'type' },
  spec(drawing) {
    const phone = drawing === 'phone';
    const columns = phone ? 3 : 5;
    const gap = phone ? 10 : 14;
    const x = {
      field: 'parameters_b',
      type: 'quantitative' as const,
      scale: { ...logScale, padding: 6 },
      axis: { title: null, grid: false, values: [0.25, 4, 64], format: '~r' },
    };
    const y = { field: 'average', type: 'quantitative', axis: { title: null, tickCount: 3 } } as const;
    const tooltip = [
      { field: 'model', title: 'Model' },
      { field: 'parameters_b', title: 'Parameters (B)', format: '.2~f' },
      { field: 'average', title: 'Average score', format: '.1f' },
      { field: 'change', title: 'Above the size below', format: '+.1f' },
      warningTip,
    ];
    const stage = (label: string) => ({ filter: `datum.stage === '${label}'` });
    return {
      ...chartBase(drawing),
      title: {
        text: phone
          ? ['Average score (points) against', 'parameters (billions, log scale)']
          : 'Average score (points) against parameters (billions, log scale)',
        anchor: 'start',
        color: ink.muted,
        fontSize: phone ? 12 : 13,
        fontWeight: 400,
        offset: 8,
      },
      facet: {
        field: 'family',
        type: 'nominal',
        sort: ladderFamilies.map(({ name }) => name),
        header: panelHeader,
      },
      columns,
      spacing: { row: 12, column: gap },
      spec: {
        width: Math.floor((widths[drawing] - (columns - 1) * gap) / columns),
        height: phone ? 80 : drawing === 'wide' ? 140 : 96,
        layer: [
          {
            transform: [stage('pretrained')],
            mark: { type: 'line', color: ink.muted, strokeWidth: 1.5, strokeDash: [4, 3] },
            encoding: { x, y },
          },
          {
            transform: [stage('instruction-tuned')],
            mark: { type: 'line', color: ink.accent, strokeWidth: 1.75 },
            encoding: { x, y },
          },
          {
            transform: [
              {
                window: [
                  { op: 'lag', field: 'parameters_b', as: 'from_b' },
                  { op: 'lag', field: 'average', as: 'from_average' },
                ],
                groupby: ['family', 'stage'],
                sort: [{ field: 'parameters_b', order: 'ascending' }],
              },
              { filter: 'isValid(datum.change) && datum.change < 0' },
            ],
            mark: { type: 'rule', color: ink.text, strokeWidth: 4 },
            encoding: {
              x: { ...x, field: 'from_b' },
              x2: { field: 'parameters_b' },
              y: { ...y, field: 'from_average' },
              y2: { field: 'average' },
            },
          },
          {
            transform: [stage('pretrained'), withWarning],
            mark: {
              type: 'point',
              filled: true,
              fill: ink.paper,
              stroke: ink.muted,
              strokeWidth: 1.5,
              size: 22,
              opacity: 1,
            },
            encoding: { x, y, tooltip },
          },
          {
            transform: [stage('instruction-tuned'), withWarning],
            mark: { type: 'point', filled: true, size: 26, opacity: 1, color: ink.accent },
            encoding: { x, y, tooltip },
          },
          ...names.flatMap(({ model, text, colour, ...place }) =>
            halo.map((ground) => ({
              transform: [{ filter: `datum.model === '${model}'` }],
              mark: { type: 'text' as const, text, color: colour, fontSize: 12, ...place, ...ground },
              encoding: { x, y },
            })),
          ),
        ],
      },
    };
  },
});
