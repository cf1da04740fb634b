import { moeArchitectures } from '../dataset/architectures.ts';
import { countOf, falling, flag, known, select, sql } from '../dataset/select.ts';
import { allRuns, reviewedModels } from '../dataset/tables.ts';
import { formatNumber } from '../statistics/format.ts';
import { units } from '../statistics/statistic.ts';
import { countInWords } from './few.ts';
import { figure } from './figure.ts';
import { chartBase, ink, widths } from './theme.ts';

const groups = [
  { flagged: true, architecture: true, label: 'flag and architecture' },
  { flagged: true, architecture: false, label: 'flag alone' },
  { flagged: false, architecture: true, label: 'architecture alone' },
  { flagged: false, architecture: false, label: 'neither' },
] as const;

const marked = select({ reviewed: reviewedModels, run: allRuns }, ({ reviewed, run }) => ({
  join: sql`USING (row)`,
  rows: {
    moe: reviewed.moe,
    flagged: run.moe,
    architecture: known(flag`coalesce(${run.architecture} IN (${moeArchitectures}), false)`),
  },
  orderBy: [reviewed.row],
}));

type Drawn = {
  label: string;
  review: 'MoE' | 'dense';
  models: number;
  drawn: boolean;
  end: number | null;
  summary: string | null;
};

const write = (value: number) => formatNumber(value, units.models);

/** What the flag and the architecture say of each model, and what the review decided. */
export const moeFlagAudit = figure({
  id: 'moe-flag-audit',
  question: 'Which models does the MoE flag miss?',
  query: select(marked, ({ flagged, architecture, moe }) => ({
    rows: { flagged, architecture, moe: countOf(moe), dense: countOf(sql`NOT ${moe}`) },
    groupBy: ['flagged', 'architecture'],
    orderBy: [falling(flagged), falling(architecture)],
  })),
  derive: (rows): Drawn[] =>
    groups.flatMap(({ flagged, architecture, label }) => {
      const row = rows.find((each) => each.flagged === flagged && each.architecture === architecture);
      const { moe, dense } = row ?? { moe: 0, dense: 0 };
      // The thousands of dense models that nothing marks would flatten every other bar.
      const drawn = flagged || architecture;
      const summary = drawn && dense > 0 ? `${moe} MoE, ${dense} dense` : `${moe} MoE`;
      return [
        { label, review: 'MoE', models: moe, drawn: true, end: drawn ? moe + dense : moe, summary },
        { label, review: 'dense', models: dense, drawn, end: null, summary: null },
      ];
    }),
  columns: [
    { name: 'label', title: 'What marks it as MoE' },
    { name: 'review', title: 'On review' },
    { name: 'models', title: 'Models', unit: units.models },
    { name: 'drawn', title: 'Drawn' },
    { name: 'end', title: 'Drawn in all', unit: units.models },
    { name: 'summary', title: 'Label' },
  ],
  n: (rows) => rows.reduce((sum, row) => sum + row.models, 0),
  counts: 'models',
  minimum: 1,
  takeaway(rows) {
    const of = (label: Drawn['label'], review: Drawn['review']) =>
      rows.find((row) => row.label === label && row.review === review)?.models ?? 0;
    const total = groups.reduce((sum, { label }) => sum + of(label, 'MoE'), 0);
    const missed = of('architecture alone', 'MoE') + of('neither', 'MoE');
    const wrong = of('flag alone', 'dense') + of('flag and architecture', 'dense');
    if (total === 0) return 'None of these models is MoE on review.';
    return `It misses ${write(missed)} of ${countInWords(total, 'MoE models')}, and marks ${write(wrong)} dense ${wrong === 1 ? 'one' : 'ones'}.`;
  },
  alt: (rows) =>
    `Bars of models by what marks them as MoE and what the review decided. ${rows.map((row) => `${row.label}, ${row.review} on review: ${write(row.models)}.`).join(' ')}`,
  notes:
    'Models of the reviewed preparation, by the flag and the architecture of the run that stands for them. The dense models that nothing marks are counted in the table and not drawn.',
  spec(drawing) {
    const phone = drawing === 'phone';
    const y = {
      field: 'label',
      type: 'nominal',
      sort: groups.map(({ label }) => label),
      axis: { title: null, labelColor: ink.text },
    } as const;
    return {
      ...chartBase(drawing),
      width: widths[drawing] - (phone ? 60 : 70),
      height: { step: 34 },
      transform: [{ filter: 'datum.drawn' }],
      layer: [
        {
          mark: { type: 'bar', height: 18 },
          encoding: {
            y,
            x: { field: 'models', type: 'quantitative', stack: 'zero', axis: null },
            order: { field: 'review', sort: 'descending' },
            color: {
              field: 'review',
              type: 'nominal',
              scale: { domain: ['MoE', 'dense'], range: [ink.moe, ink.dense] },
            },
            tooltip: [
              { field: 'label', title: 'Marked by' },
              { field: 'review', title: 'On review' },
              { field: 'models', title: 'Models', format: ',' },
            ],
          },
        },
        {
          transform: [{ filter: 'isValid(datum.summary)' }],
          mark: { type: 'text', align: 'left', dx: 6 },
          encoding: {
            y,
            x: { field: 'end', type: 'quantitative' },
            text: { field: 'summary' },
          },
        },
      ],
    };
  },
});
