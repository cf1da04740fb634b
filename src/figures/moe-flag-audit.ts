import { moeArchitectures } from '../dataset/architectures.ts';
import { formatNumber } from '../statistics/format.ts';
import { units } from '../statistics/statistic.ts';
import type { Figure } from './figure.ts';
import { chartBase, ink, widths } from './theme.ts';

const groups = [
  { flagged: true, architecture: true, label: 'flag and architecture' },
  { flagged: true, architecture: false, label: 'flag alone' },
  { flagged: false, architecture: true, label: 'architecture alone' },
  { flagged: false, architecture: false, label: 'neither' },
] as const;

const write = (value: unknown) => formatNumber(Number(value), units.models);

/** What the flag and the architecture say of each model, and what the review decided. */
export const moeFlagAudit: Figure = {
  id: 'moe-flag-audit',
  question: 'Which models does the MoE flag miss?',
  sql: `SELECT flagged, architecture, CAST(count(*) FILTER (moe) AS INTEGER) AS moe, CAST(count(*) FILTER (NOT moe) AS INTEGER) AS dense FROM (SELECT reviewed_models.moe AS moe, all_runs.moe AS flagged, coalesce(all_runs.architecture IN (${moeArchitectures.map((name) => `'${name}'`).join(', ')}), false) AS architecture FROM reviewed_models JOIN all_runs USING (row)) GROUP BY flagged, architecture ORDER BY flagged DESC, architecture DESC`,
  derive: (rows) =>
    groups.flatMap(({ flagged, architecture, label }) => {
      const row = rows.find((each) => each.flagged === flagged && each.architecture === architecture);
      const [moe, dense] = [Number(row?.moe ?? 0), Number(row?.dense ?? 0)];
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
  n: (rows) => rows.reduce((sum, row) => sum + Number(row.models), 0),
  counts: 'models',
  minimum: 1,
  takeaway(rows) {
    const of = (label: string, review: string) =>
      Number(rows.find((row) => row.label === label && row.review === review)?.models ?? 0);
    const total = groups.reduce((sum, { label }) => sum + of(label, 'MoE'), 0);
    const missed = of('architecture alone', 'MoE') + of('neither', 'MoE');
    const wrong = of('flag alone', 'dense') + of('flag and architecture', 'dense');
    if (total === 0) return 'None of these models is MoE on review.';
    return `It misses ${write(missed)} of ${write(total)} MoE models, and marks ${write(wrong)} dense ones.`;
  },
  alt: (rows) =>
    `Bars of models by what marks them as MoE and what the review decided. ${rows.map((row) => `${String(row.label)}, ${String(row.review)} on review: ${write(row.models)}.`).join(' ')}`,
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
};
