import { formatInterval, formatNumber } from '../statistics/format.ts';
import { carbonLevels, controlLevels, controls } from '../statistics/named/controls.ts';
import { fewestForEstimate, units, type Unit } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { estimateColumns, estimateRow, type EstimateRow } from './parts/estimate-rows.ts';
import { intervalPanel } from './parts/interval-dots.ts';
import { chartBase } from './theme.ts';

const panels = [
  {
    id: 'score',
    start: 'controls.official',
    levels: controlLevels,
    axis: 'Average score, official minus others (points)',
    unit: units.points,
    ratio: false,
  },
  {
    id: 'CO₂',
    start: 'controls.official.co2',
    levels: carbonLevels,
    axis: 'CO₂, official ÷ others (log scale)',
    unit: units.fold,
    ratio: true,
  },
] as const;
const [score, co2] = panels;
type Panel = (typeof panels)[number];
type Drawn = { panel: Panel['id'] } & EstimateRow;
type Known = Drawn & { value: number; low: number; high: number };

/** Points and ratios stand in one column, so numbers carry two digits. */
const unit: Unit = { name: 'points; times for CO₂', suffix: '', digits: 2 };

const shortOf = (id: (typeof controlLevels)[number]['id']) =>
  controlLevels.find((level) => level.id === id)!.short;
const known = (rows: readonly Drawn[], panel: Panel, label: string) =>
  rows.find(
    (row): row is Known =>
      row.panel === panel.id && row.label === label && row.value !== null && row.low !== null,
  );
const say = (row: Known, of: Unit) =>
  `${formatNumber(row.value, of)} (${formatInterval(row.low, row.high, of)})`;

/** How official models differ from others with more and more fixed. */
export const controlsFigure = figure({
  id: 'controls',
  question: 'What remains between official models and others when size, type and month are the same?',
  query: controls.query,
  derive(rows): Drawn[] {
    const estimates = controls.derive(rows);
    return panels.flatMap(({ id: panel, start, levels }) =>
      levels.map(({ id, short }) => ({ panel, ...estimateRow(short, estimates[`${start}.${id}`]!) })),
    );
  },
  columns: [
    { name: 'panel', title: 'Of' },
    ...estimateColumns('Held the same', 'Official minus others; for CO₂ official ÷ others', unit),
  ],
  n: (rows) => rows[0]?.n ?? 0,
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const raw = known(rows, score, shortOf('raw'));
    const same = known(rows, score, shortOf('size_month'));
    if (!raw || !same) return 'Too few models on one of the two sides to compare them.';
    const carbon = known(rows, co2, shortOf('all'));
    const clear = same.high < 0 || same.low > 0;
    return `With nothing fixed official models are ${say(raw, units.points)} points from the others, at the same size and month ${say(same, units.points)}, which ${clear ? 'is a difference' : 'may be none'}${carbon ? `; with all four fixed their CO₂ is ${say(carbon, units.fold)} times that of the others` : ''}.`;
  },
  alt: (rows) =>
    `Dots with 95 % intervals in two panels: the average score of official models minus that of others in points, and their CO₂ as a ratio. ${panels
      .map(({ id, levels, unit: own }) =>
        [
          `${id === 'score' ? 'Score' : id}:`,
          levels
            .map(({ short }) => {
              const row = rows.find(({ panel, label }) => panel === id && label === short);
              return `${short} ${row?.value == null ? 'too few' : formatNumber(row.value, own)}`;
            })
            .join(', '),
        ].join(' '),
      )
      .join('. ')}.`,
  notes:
    'Coefficients of least squares on whether a model is official, over models with a size. Fixed are the logarithm of size, the type, the month of submission (February 2025 in two parts, before the 8th and since) and, in “all four”, whether the chat template was used; models without a day are left out where the month is fixed. A type may be a consequence of who makes a model. In the whole table official models are about half of those submitted in June 2024, and a handful of those of the last two months.',
  spec: (drawing) => ({
    ...chartBase(drawing),
    spacing: 24,
    vconcat: panels.map(({ id, levels, axis, unit: { digits }, ratio }) => ({
      transform: [{ filter: `datum.panel === '${id}'` }],
      ...intervalPanel(drawing, {
        labels: levels.map(({ short }) => short),
        axis,
        digits,
        ratio,
        gutter: 96,
      }),
    })),
  }),
});
