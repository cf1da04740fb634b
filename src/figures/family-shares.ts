import { formatInterval, formatNumber } from '../statistics/format.ts';
import { familyShares, sharedFamilies, shareQuarters } from '../statistics/named/family-shares.ts';
import { fewestForEstimate, units } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { drawnEstimate } from './parts/estimate-rows.ts';
import { chartBase, ink, panelHeader, widths } from './theme.ts';

interface Drawn {
  family: string;
  quarter: string;
  value: number | null;
  low: number | null;
  high: number | null;
  n: number;
  [column: string]: string | number | null;
}

const write = (value: number) => formatNumber(value, units.share);
const quarters = shareQuarters.map(({ label }) => label);

/** The estimates of one family, quarter by quarter. */
const of = (rows: readonly Drawn[], family: string) =>
  rows.filter((row): row is Drawn & { value: number } => row.family === family && row.value !== null);

/** Which families of architecture the models of each quarter have. */
export const familySharesFigure = figure({
  id: 'family-shares',
  question: 'Which families do the submitted models come from, quarter by quarter?',
  query: familyShares.query,
  derive(rows): Drawn[] {
    const estimates = familyShares.derive(rows);
    return sharedFamilies.flatMap(({ id, label }) =>
      shareQuarters.map((quarter) => ({
        family: label,
        quarter: quarter.label,
        ...drawnEstimate(estimates[`families.${id}.share.${quarter.id}`]),
      })),
    );
  },
  columns: [
    { name: 'family', title: 'Family' },
    { name: 'quarter', title: 'Quarter of submission' },
    { name: 'value', title: 'Share of models', unit: units.share },
    { name: 'low', title: '95 % from', unit: units.share },
    { name: 'high', title: '95 % to', unit: units.share },
    { name: 'n', title: 'Models of the quarter' },
  ],
  // Every family shares the models of a quarter.
  n: (rows) =>
    rows.filter(({ family }) => family === sharedFamilies[0]!.label).reduce((total, { n }) => total + n, 0),
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const moves = sharedFamilies.flatMap(({ label }) => {
      const own = of(rows, label);
      return own.length < 2 ? [] : [{ label, first: own[0]!, last: own.at(-1)! }];
    });
    const alone = moves.find(({ label }) => of(rows, label).every(({ value }) => value === 1));
    if (alone)
      return `All models of this slice are of the ${alone.label} family, so it has nothing to be compared with.`;
    if (moves.length === 0) return 'Too few models in all but one quarter of this slice.';
    if (rows.every(({ value }) => !value)) return 'No model of this slice is of one of these families.';
    const { first, last } = moves[0]!;
    return `From ${first.quarter} to ${last.quarter}: ${moves
      .map((move) => `${move.label} ${write(move.first.value)} to ${write(move.last.value)}`)
      .join(', ')}.`;
  },
  alt: (rows) =>
    `Four panels, one for each family of architecture: its share of the models submitted in each quarter, as dots with 95 % intervals. ${sharedFamilies
      .map(
        ({ label }) =>
          `${label}: ${
            of(rows, label)
              .map(({ quarter, value, low, high }) =>
                low === null || high === null
                  ? `${quarter} ${write(value)}`
                  : `${quarter} ${write(value)} (${formatInterval(low, high, units.share)})`,
              )
              .join(', ') || 'too few models'
          }.`,
      )
      .join(' ')}`,
  notes:
    'A family is that of the architecture in the configuration file, which descendants keep. The first quarter has the models of June alone. Models count, whoever uses them; the intervals are wide because a few pretrained models stand behind each family.',
  spec(drawing) {
    const phone = drawing === 'phone';
    const x = {
      field: 'quarter',
      type: 'ordinal',
      sort: quarters,
      scale: { domain: quarters },
      axis: {
        title: null,
        labelAngle: 0,
        labelExpr:
          "split(datum.label, ' ')[1] + (indexof(datum.label, 'Q2') > 0 || indexof(datum.label, 'Q1') > 0 ? ' ’' + slice(datum.label, 2, 4) : '')",
      },
    } as const;
    const y = (field: string) => ({
      field,
      type: 'quantitative' as const,
      scale: { domain: [0, 1] },
      axis: { title: null, values: [0, 0.5, 1], format: '.0%' },
    });
    return {
      ...chartBase(drawing),
      facet: {
        field: 'family',
        type: 'nominal',
        sort: sharedFamilies.map(({ label }) => label),
        header: panelHeader,
      },
      columns: phone ? 2 : 4,
      spacing: { row: 14, column: phone ? 14 : 16 },
      spec: {
        width: phone ? (widths.phone - 14) / 2 : (widths[drawing] - 48) / 4,
        height: phone ? 110 : drawing === 'wide' ? 190 : 150,
        layer: [
          {
            transform: [{ filter: 'isValid(datum.low)' }],
            mark: { type: 'rule', strokeWidth: 2.5, color: ink.accent, opacity: 0.55 },
            encoding: { x, y: y('low'), y2: { field: 'high' } },
          },
          {
            transform: [{ filter: 'isValid(datum.value)' }],
            mark: { type: 'line', strokeWidth: 1.5, color: ink.accent },
            encoding: { x, y: y('value') },
          },
          {
            transform: [{ filter: 'isValid(datum.value)' }],
            mark: { type: 'point', filled: true, size: 50, opacity: 1, color: ink.accent },
            encoding: {
              x,
              y: y('value'),
              tooltip: [
                { field: 'family', title: 'Family' },
                { field: 'quarter', title: 'Quarter' },
                { field: 'value', title: 'Share', format: '.0%' },
                { field: 'low', title: '95 % from', format: '.0%' },
                { field: 'high', title: '95 % to', format: '.0%' },
                { field: 'n', title: 'Models of the quarter', format: ',' },
              ],
            },
          },
        ],
      },
    };
  },
});
