import { monthsThrough, monthName } from '../dataset/calendar.ts';
import { formatNumber } from '../statistics/format.ts';
import { submissions } from '../statistics/named/submissions.ts';
import { fewestForEstimate, units } from '../statistics/statistic.ts';
import { countInWords } from './few.ts';
import { figure } from './figure.ts';
import { chartBase, colourByProvider, ink, widths } from './theme.ts';

const providers = [
  { id: 'official', official: true },
  { id: 'community', official: false },
] as const;

type Drawn = {
  month: string | null;
  label: string;
  provider: (typeof providers)[number]['id'];
  models: number;
};

const whole = (value: number) => formatNumber(value, units.models);
const dated = (rows: readonly Drawn[]) =>
  rows.flatMap(({ month, ...rest }) => (month === null ? [] : [{ month, ...rest }]));
const undated = (rows: readonly Drawn[]) =>
  rows.filter(({ month }) => month === null).reduce((sum, row) => sum + row.models, 0);

interface Month {
  label: string;
  official: number;
  community: number;
}

/** The drawn rows month by month. */
function monthsOf(rows: readonly Drawn[]): Month[] {
  const found = new Map<string, Month>();
  for (const row of dated(rows)) {
    const month = found.get(row.month) ?? { label: row.label, official: 0, community: 0 };
    month[row.provider] += row.models;
    found.set(row.month, month);
  }
  return [...found.values()];
}
const all = ({ official, community }: Month) => official + community;

/** Models handed in month by month, official and community ones stacked. */
export const submissionsFigure = figure({
  id: 'submissions',
  question: 'When were models handed in, and by whom?',
  query: submissions.query,
  derive(rows): Drawn[] {
    const counts = (month: string | null, official: boolean) =>
      rows.filter((row) => row.month === month && row.official_provider === official).length;
    const months = monthsThrough(rows.flatMap(({ month }) => (month === null ? [] : [month])));
    return [...months, null].flatMap((month) =>
      providers.map(({ id, official }) => ({
        month,
        label: month === null ? 'no date' : monthName(month),
        provider: id,
        models: counts(month, official),
      })),
    );
  },
  columns: [
    { name: 'month', title: 'Month' },
    { name: 'label', title: 'In words' },
    { name: 'provider', title: 'Provider' },
    { name: 'models', title: 'Models', unit: units.models },
  ],
  n: (rows) => dated(rows).reduce((sum, row) => sum + row.models, 0),
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const months = monthsOf(rows);
    const total = months.reduce((sum, month) => sum + all(month), 0);
    if (total < fewestForEstimate) return `Too few dated models; it takes ${fewestForEstimate}.`;
    const busiest = months.reduce((a, b) => (all(b) > all(a) ? b : a));
    const official = months.reduce((sum, month) => sum + month.official, 0);
    return `${busiest.label} was the busiest month, with ${countInWords(all(busiest), 'models')}; ${whole(official)} of all ${whole(total)} dated models ${official === 1 ? 'is' : 'are'} official.`;
  },
  alt(rows) {
    const months = monthsOf(rows);
    if (months.length === 0) return `No month has a model; ${whole(undated(rows))} have no date.`;
    return `Bars of the models handed in each month. ${months
      .map((month) => `${month.label}: ${whole(all(month))}, of which ${whole(month.official)} official.`)
      .join(' ')} Without a date: ${whole(undated(rows))}.`;
  },
  notes:
    'Months by the day of submission; the leaderboard opened and closed within the first and the last. Models without such a day are left out of the chart and counted in the table. A model evaluated several times counts once.',
  spec(drawing) {
    const phone = drawing === 'phone';
    const x = {
      field: 'label',
      type: 'ordinal',
      sort: { field: 'month', op: 'min' },
      axis: {
        title: null,
        labelAngle: 0,
        // The year stands under the first month and under each January.
        labelExpr: `(indexof(datum.label, 'Jan') === 0 || datum.index === 0) ? split(datum.label, ' ') : [split(datum.label, ' ')[0]]`,
      },
    } as const;
    const only = { filter: 'isValid(datum.month)' };
    const key = (provider: 'official' | 'community', at: number) => ({
      transform: [only, { aggregate: [{ op: 'count' as const, as: 'rows' }] }],
      mark: {
        type: 'text' as const,
        align: 'left' as const,
        baseline: 'bottom' as const,
        fontWeight: 600 as const,
        color: ink[`${provider}Label`],
      },
      encoding: { x: { value: at }, y: { value: -18 }, text: { value: `${provider} providers` } },
    });
    return {
      ...chartBase(drawing),
      width: widths[drawing] + (phone ? 10 : 50),
      height: phone ? 210 : 260,
      layer: [
        {
          transform: [only],
          mark: { type: 'bar', opacity: 0.9 },
          encoding: {
            x,
            y: {
              field: 'models',
              type: 'quantitative',
              stack: 'zero',
              axis: { title: 'Models', tickCount: 5 },
            },
            order: { field: 'provider', sort: 'descending' },
            color: colourByProvider,
            tooltip: [
              { field: 'label', title: 'Month' },
              { field: 'provider', title: 'Provider' },
              { field: 'models', title: 'Models', format: ',' },
            ],
          },
        },
        {
          transform: [
            only,
            {
              aggregate: [
                { op: 'sum', field: 'models', as: 'total' },
                { op: 'min', field: 'month', as: 'month' },
              ],
              groupby: ['label'],
            },
          ],
          mark: { type: 'text', baseline: 'bottom', dy: -3, fontSize: phone ? 11 : 13 },
          encoding: {
            x,
            y: { field: 'total', type: 'quantitative' },
            text: { field: 'total', type: 'quantitative', format: ',' },
          },
        },
        key('official', 0),
        key('community', phone ? 120 : 130),
      ],
    };
  },
});
