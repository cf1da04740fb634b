import { formatInterval, formatNumber } from '../statistics/format.ts';
import type { Estimate } from '../statistics/methods/estimate.ts';
import { fifths, survivalLevels, survivorship } from '../statistics/named/survivorship.ts';
import { fewestForEstimate, units, type Unit } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { estimateColumns, estimateRow, type EstimateRow } from './parts/estimate-rows.ts';
import { intervalPanel } from './parts/interval-dots.ts';
import { chartBase } from './theme.ts';

const ordinals = { 1: 'lowest', 2: 'second', 3: 'middle', 4: 'fourth', 5: 'highest' } as const;

/** What each panel shows, with the statistics behind its dots by label. */
const panels = [
  {
    id: 'provider',
    axis: 'Gone from the Hub (%)',
    share: true,
    dots: [
      ['official', 'survivorship.gone.official'],
      ['community', 'survivorship.gone.community'],
    ],
  },
  {
    id: 'fifth',
    axis: 'Gone of each fifth of the community by average (%)',
    share: true,
    dots: fifths.map((fifth) => [`${ordinals[fifth]} fifth`, `survivorship.gone.fifth_${fifth}`]),
  },
  {
    id: 'kept',
    axis: 'Average of the community, kept minus gone (points)',
    share: false,
    dots: survivalLevels.map(({ id, short }) => [short, `survivorship.kept.${id}`]),
  },
] as const satisfies readonly {
  id: string;
  axis: string;
  share: boolean;
  dots: readonly (readonly string[])[];
}[];
type Drawn = { panel: (typeof panels)[number]['id'] } & EstimateRow;

/** Percent and points stand in one column. */
const unit: Unit = { name: 'percent; points for kept minus gone', suffix: '', digits: 1 };

const inPercent = (of: Estimate): Estimate => {
  const scaled = (value: number | null) => (value === null ? null : 100 * value);
  return { ...of, value: scaled(of.value), low: scaled(of.low), high: scaled(of.high) };
};
const find = (rows: readonly Drawn[], label: string) => rows.find((row) => row.label === label);
const say = (row: Drawn | undefined): string => {
  if (!row || row.value === null) return 'too few';
  const { value, low, high } = row;
  const interval = low === null || high === null ? '' : ` (${formatInterval(low, high, units.points)})`;
  return `${formatNumber(value, units.points)}${interval}`;
};

/** Which models are gone from the Hub, and whether the better ones stayed. */
export const survivorshipFigure = figure({
  id: 'survivorship',
  question: 'Which models are gone, and did the better ones stay?',
  query: survivorship.query,
  derive(rows): Drawn[] {
    const estimates = survivorship.derive(rows);
    return panels.flatMap(({ id: panel, share, dots }) =>
      dots.map(([label, id]) => {
        const estimate = estimates[id]!;
        return { panel, ...estimateRow(label, share ? inPercent(estimate) : estimate) };
      }),
    );
  },
  columns: [
    { name: 'panel', title: 'Panel' },
    ...estimateColumns('Of', 'Percent gone; for kept, points above those gone', unit),
  ],
  n: (rows) => rows.filter(({ panel }) => panel === 'provider').reduce((sum, { n }) => sum + n, 0),
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const [official, community] = ['official', 'community'].map((label) => find(rows, label));
    const same = find(rows, 'size and month');
    const [low, high] = [same?.low ?? null, same?.high ?? null];
    let verdict = '';
    if (low !== null && high !== null) {
      if (low > 0) verdict = ', so the better ones stayed';
      else if (high < 0) verdict = ', so the better ones left';
      else verdict = ', which leaves open whether the better ones stayed';
    }
    return `Gone are, in percent, ${say(official)} of official and ${say(community)} of community models; at the same size and month community models kept differ from those gone by ${say(same)} points${verdict}.`;
  },
  alt: (rows) =>
    `Dots with 95 % intervals in three panels. ${panels
      .map(
        ({ axis, dots }) =>
          `${axis}: ${dots.map(([label]) => `${label} ${say(find(rows, label))}`).join(', ')}.`,
      )
      .join(' ')}`,
  notes:
    'Gone are models whose page could no longer be found when the table was made. Fifths are those of the slice, by average, lowest first. The last panel compares averages by least squares: with nothing fixed, at the same logarithm of size, and at the same size and month of submission. A page may be gone because its owner deleted, renamed or hid it; the table does not say which.',
  explore: { x: 'submission_date', y: 'average', colour: 'provider' },
  spec: (drawing) => ({
    ...chartBase(drawing),
    spacing: 24,
    vconcat: panels.map(({ id, axis, share, dots }) => ({
      transform: [{ filter: `datum.panel === '${id}'` }],
      ...intervalPanel(drawing, {
        labels: dots.map(([label]) => label),
        axis,
        digits: 1,
        reaches: share ? 100 : 1,
        gutter: 100,
      }),
    })),
  }),
});
