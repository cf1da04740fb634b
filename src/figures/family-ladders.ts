import { known, select, Sql, sql, text } from '../dataset/select.ts';
import { models } from '../dataset/tables.ts';
import { formatNumber } from '../statistics/format.ts';
import { units } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { halo } from './parts/halo.ts';
import { logScale } from './parts/log-axis.ts';
import { chartBase, ink, widths } from './theme.ts';

/** Official families that come in several sizes, by the names of their models. */
const ladders = [
  { family: 'Qwen2.5', pattern: '^Qwen/Qwen2\\.5-[0-9.]+B(-Instruct)?$' },
  { family: 'Llama 3', pattern: '^meta-llama/Llama-3\\.[12]-[0-9]+B(-Instruct)?$' },
  { family: 'Gemma 2', pattern: '^google/gemma-2-[0-9]+b(-it)?$' },
  { family: 'SmolLM2', pattern: '^HuggingFaceTB/SmolLM2-[0-9.]+[MB](-Instruct)?$' },
  { family: 'Falcon3', pattern: '^tiiuae/Falcon3-[0-9]+B-(Base|Instruct)$' },
] as const;

const stages = ['pretrained', 'instruction-tuned'] as const;
const write = (value: number) => formatNumber(value, units.pointsPerDoubling);

/** Where the names stand: three families end close to the lines of others, so their names keep off them. */
const names = [
  {
    filter: "datum.end && (datum.family === 'Qwen2.5' || datum.family === 'Llama 3')",
    align: 'left',
    dx: 6,
    dy: 0,
  },
  { filter: "datum.end && datum.family === 'Gemma 2'", align: 'left', dx: 11, dy: 14 },
  { filter: "datum.end && datum.family === 'Falcon3'", align: 'right', dx: -4, dy: -15 },
  {
    filter: "datum.parameters_b === datum.least && datum.family === 'SmolLM2'",
    align: 'left',
    dx: -2,
    dy: -17,
  },
] as const;

const official = select(models, ({ row, model, parameters_b, average, official_provider }) => ({
  rows: {
    ladder: text`CASE ${new Sql(
      ladders
        .map(({ family, pattern }) => sql`WHEN regexp_matches(${model}, ${pattern}) THEN ${family}`.text)
        .join(' '),
    )} END`,
    model,
    parameters_b,
    average,
  },
  where: sql`${official_provider} AND ${parameters_b} > 0`,
  qualify: sql`row_number() OVER (PARTITION BY ${model} ORDER BY ${row}) = 1`,
  orderBy: [row],
}));

type Rung = { family: string; stage: string; model: string; parameters_b: number; average: number };
type Drawn = Rung & { end: boolean };

interface TooltipField {
  field: string;
  title: string;
  format?: string;
}

/** Rungs of one family at one stage, from the smallest model up. */
const rungs = (rows: readonly Drawn[], family: string, stage: string) =>
  rows.filter((row) => row.family === family && row.stage === stage);

/** Gains per doubling of the last step and of the whole ladder below it; null for fewer than three rungs. */
function steps(rungs: readonly Rung[]): { last: number; before: number; from: number; to: number } | null {
  if (rungs.length < 3) return null;
  const gain = (a: Rung, b: Rung) => (b.average - a.average) / Math.log2(b.parameters_b / a.parameters_b);
  const [first, below, top] = [rungs[0]!, rungs.at(-2)!, rungs.at(-1)!];
  return {
    last: gain(below, top),
    before: gain(first, below),
    from: below.parameters_b,
    to: top.parameters_b,
  };
}

/** Score by size within families that one maker trained alike, pretrained and instruction-tuned. */
export const familyLadders = figure({
  id: 'family-ladders',
  question: 'Within one family, where does the next size stop paying?',
  query: select(official, ({ ladder, model, parameters_b, average }) => ({
    rows: {
      family: known(ladder),
      stage: known(
        text`CASE WHEN regexp_matches(${model}, '(-Instruct|-it)$') THEN 'instruction-tuned' ELSE 'pretrained' END`,
      ),
      model,
      parameters_b,
      average,
    },
    where: sql`${ladder} IS NOT NULL`,
    orderBy: ['stage', 'family', 'parameters_b', 'model'],
  })),
  derive: (rows): Drawn[] =>
    rows.map((row, index) => {
      const next = rows[index + 1];
      return { ...row, end: next?.family !== row.family || next?.stage !== row.stage };
    }),
  columns: [
    { name: 'family', title: 'Family' },
    { name: 'stage', title: 'Stage' },
    { name: 'model', title: 'Model', model: true },
    { name: 'parameters_b', title: 'Parameters (B)', unit: units.billions },
    { name: 'average', title: 'Average score', unit: units.points },
    { name: 'end', title: 'Largest of its ladder' },
  ],
  n: (rows) => rows.length,
  counts: 'models',
  minimum: 3,
  takeaway(rows) {
    const tuned = ladders.flatMap(({ family }) => {
      const found = steps(rungs(rows, family, 'instruction-tuned'));
      return found ? [{ family, ...found }] : [];
    });
    const flat = tuned.filter(({ last, before }) => last < before / 2);
    if (tuned.length === 0) return 'No instruction-tuned family has three sizes in this slice.';
    if (flat.length === 0)
      return `In none of ${tuned.length} instruction-tuned families does the last step bring less than half of what a doubling brought before.`;
    return `The last step brings less than half of what a doubling brought before in ${flat.length} of ${tuned.length} instruction-tuned families: ${flat
      .map(
        ({ family, last, before }) =>
          `${family} (${write(last)} against ${write(before)} points per doubling)`,
      )
      .join(', ')}.`;
  },
  alt(rows) {
    const score = (row: Rung) =>
      `${formatNumber(row.average, units.points)} points at ${formatNumber(row.parameters_b, units.billions)}\u00a0B`;
    const lines = ladders.flatMap(({ family }) =>
      stages.flatMap((stage) => {
        const all = rungs(rows, family, stage);
        const [first, last] = [all[0], all.at(-1)];
        return first && last && first !== last
          ? [`${family}, ${stage}: from ${score(first)} to ${score(last)}.`]
          : [];
      }),
    );
    return [
      'Lines of average score against parameters for each family, pretrained and instruction-tuned.',
      ...(lines.length > 0 ? lines : ['No family has two sizes in this slice.']),
    ].join(' ');
  },
  notes:
    'Official releases only, one line per family; Llama 3 is versions 3.2 and 3.1. Single models carry the noise of single runs, so a step of a point or two is not a finding.',
  explore: { x: 'parameters_b', y: 'average', colour: 'type' },
  spec(drawing) {
    const phone = drawing === 'phone';
    const x = {
      field: 'parameters_b',
      type: 'quantitative' as const,
      scale: { ...logScale, padding: 6 },
      axis: {
        title: 'Parameters (billions, log scale)',
        grid: false,
        values: [0.25, 1, 4, 16, 64],
        format: '~r',
      },
    };
    const y = {
      field: 'average',
      type: 'quantitative',
      axis: { title: 'Average score (points)', tickCount: 5 },
    } as const;
    const tooltip: TooltipField[] = [
      { field: 'model', title: 'Model' },
      { field: 'parameters_b', title: 'Parameters (B)', format: '.2~f' },
      { field: 'average', title: 'Average score', format: '.1f' },
    ];
    return {
      ...chartBase(drawing),
      facet: {
        field: 'stage',
        type: 'nominal',
        sort: [...stages],
        header: { title: null, labelAnchor: 'start' },
      },
      columns: phone ? 1 : 2,
      spacing: 22,
      spec: {
        width: phone ? widths.phone - 30 : widths.desktop / 2 - 50,
        height: 240,
        layer: [
          {
            mark: { type: 'line', color: ink.accent, strokeWidth: 1.75, opacity: 0.8 },
            encoding: { x, y, detail: { field: 'family' } },
          },
          {
            mark: { type: 'point', filled: true, size: 34, opacity: 1, color: ink.accent },
            encoding: { x, y, tooltip },
          },
          ...names.flatMap(({ filter, ...place }) =>
            halo.map((ground) => ({
              transform: [
                {
                  joinaggregate: [{ op: 'min' as const, field: 'parameters_b', as: 'least' }],
                  groupby: ['family', 'stage'],
                },
                { filter },
              ],
              mark: { type: 'text' as const, ...place, ...ground },
              encoding: { x, y, text: { field: 'family' } },
            })),
          ),
        ],
      },
    };
  },
});
