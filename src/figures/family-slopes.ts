import type { Field } from 'vega-lite/types_unstable/channeldef.js';
import type { LayerSpec } from 'vega-lite/types_unstable/spec/layer.js';
import { formatInterval, formatNumber } from '../statistics/format.ts';
import { ladderFamilies, ladderStages } from '../statistics/ladder-families.ts';
import { ladders } from '../statistics/named/ladders.ts';
import { fewestForEstimate, units } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { drawnEstimate } from './parts/estimate-rows.ts';
import { chartBase, ink, widths } from './theme.ts';

const unit = units.pointsPerDoubling;
const write = (value: number) => formatNumber(value, unit);

interface Drawn {
  stage: string;
  family: string;
  n: number;
  own: number;
  own_low: number | null;
  own_high: number | null;
  shrunk: number;
  low: number | null;
  high: number | null;
  common: number | null;
  common_low: number | null;
  common_high: number | null;
  [column: string]: string | number | null;
}

const of = (rows: readonly Drawn[], stage: string) => rows.filter((row) => row.stage === stage);

/** What a doubling of parameters brings in each official family, by its own models and with what it borrows from others. */
export const familySlopes = figure({
  id: 'family-slopes',
  question: 'How many points go with a doubling, family by family?',
  query: ladders.query,
  derive(rows): Drawn[] {
    const estimates = ladders.derive(rows);
    return ladderStages.flatMap(({ id: stage, label }) => {
      const common = drawnEstimate(estimates[`ladders.${stage}.slope`]);
      return ladderFamilies.flatMap(({ id, name }) => {
        const own = estimates[`ladders.${stage}.${id}.own`];
        const shrunk = estimates[`ladders.${stage}.${id}.shrunk`];
        if (!own || !shrunk || own.value === null || shrunk.value === null) return [];
        return [
          {
            stage: label,
            family: name,
            n: own.n,
            own: own.value,
            own_low: own.low,
            own_high: own.high,
            shrunk: shrunk.value,
            low: shrunk.low,
            high: shrunk.high,
            common: common.value,
            common_low: common.low,
            common_high: common.high,
          },
        ];
      });
    });
  },
  columns: [
    { name: 'stage', title: 'Stage' },
    { name: 'family', title: 'Family' },
    { name: 'n', title: 'Models' },
    { name: 'own', title: 'Own points per doubling', unit },
    { name: 'own_low', title: 'Own, 95 % from', unit },
    { name: 'own_high', title: 'Own, 95 % to', unit },
    { name: 'shrunk', title: 'Drawn towards the common slope', unit },
    { name: 'low', title: '95 % from', unit },
    { name: 'high', title: '95 % to', unit },
    { name: 'common', title: 'Common slope', unit },
    { name: 'common_low', title: 'Common slope, 95 % from', unit },
    { name: 'common_high', title: 'Common slope, 95 % to', unit },
  ],
  n: (rows) => rows.reduce((total, { n }) => total + n, 0),
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const said = ladderStages.flatMap(({ label }) => {
      const own = of(rows, label);
      const common = own[0]?.common ?? null;
      if (common === null) return [];
      const { common_low: low, common_high: high } = own[0]!;
      const [least, most] = [Math.min, Math.max].map((end) => {
        const value = end(...own.map(({ shrunk }) => shrunk));
        return `${write(value)} (${own.find(({ shrunk }) => shrunk === value)!.family})`;
      });
      const interval = low === null || high === null ? '' : ` (${formatInterval(low, high, unit)})`;
      return [`${write(common)}${interval} in ${label} families, from ${least} to ${most}`];
    });
    return said.length === 0
      ? 'Too few families in this slice for a slope in common.'
      : `In points per doubling of parameters: ${said.join('; ')}.`;
  },
  alt: (rows) =>
    `Two panels of dots with 95 % intervals, one row for each official family: points of average score per doubling of parameters, by its own models and drawn towards the common slope, which is a line with a band. ${ladderStages
      .map(
        ({ label }) =>
          `${label}: ${
            of(rows, label)
              .map(({ family, own, shrunk }) => `${family} ${write(own)}, drawn ${write(shrunk)}`)
              .join('; ') || 'too few families'
          }.`,
      )
      .join(' ')}`,
  notes:
    'Rings are the slope of a family’s own models, dots the same drawn towards the slope that all families of the stage have in common, by as much as it is uncertain; bars are 95 % intervals. The line is the common slope, the band its interval, clustered by maker and lineage. The scatter about the lines is taken alike for every family of a stage.',
  spec(drawing) {
    const phone = drawing === 'phone';
    const y = {
      field: 'family',
      type: 'nominal',
      sort: { field: 'shrunk', op: 'max', order: 'descending' },
      axis: { title: null, labelColor: ink.text, minExtent: phone ? 76 : 80 },
    } as const;
    const x = (field: string, axis: object | null = null) => ({
      field,
      type: 'quantitative' as const,
      scale: { zero: true },
      ...(axis && { axis }),
    });
    const format = `.${unit.digits}f`;
    const panel = (stage: string): LayerSpec<Field> => ({
      title: { text: stage, anchor: 'start' as const, color: ink.text, fontSize: phone ? 12 : 13, offset: 4 },
      transform: [{ filter: `datum.stage === '${stage}'` }],
      width: phone ? widths.phone - 60 : 200,
      height: { step: 24 },
      layer: [
        {
          transform: [
            {
              aggregate: [
                { op: 'min', field: 'common_low', as: 'low' },
                { op: 'max', field: 'common_high', as: 'high' },
              ],
              groupby: ['stage'],
            },
            { filter: 'isValid(datum.low)' },
          ],
          mark: { type: 'rect', color: ink.muted, opacity: 0.16 },
          encoding: { x: x('low'), x2: { field: 'high' } },
        },
        {
          transform: [
            { filter: 'isValid(datum.common)' },
            { aggregate: [{ op: 'min', field: 'common', as: 'common' }], groupby: ['stage'] },
          ],
          mark: { type: 'rule', color: ink.muted },
          encoding: { x: x('common') },
        },
        {
          mark: { type: 'rule', strokeWidth: 1.25, color: ink.muted, yOffset: -4 },
          encoding: { y, x: x('own_low'), x2: { field: 'own_high' } },
        },
        {
          mark: { type: 'rule', strokeWidth: 2.5, color: ink.accent, opacity: 0.55, yOffset: 4 },
          encoding: { y, x: x('low'), x2: { field: 'high' } },
        },
        {
          mark: {
            type: 'point',
            filled: true,
            fill: ink.paper,
            stroke: ink.muted,
            strokeWidth: 1.5,
            size: 38,
            opacity: 1,
            yOffset: -4,
          },
          encoding: { y, x: x('own') },
        },
        {
          mark: { type: 'point', filled: true, size: 50, opacity: 1, color: ink.accent, yOffset: 4 },
          encoding: {
            y,
            x: x('shrunk', { title: 'Points per doubling of parameters', tickCount: 5 }),
            tooltip: [
              { field: 'family', title: 'Family' },
              { field: 'own', title: 'Own', format },
              { field: 'shrunk', title: 'Drawn to the common slope', format },
              { field: 'low', title: '95 % from', format },
              { field: 'high', title: '95 % to', format },
              { field: 'n', title: 'Models', format: ',' },
            ],
          },
        },
      ],
    });
    const panels = ladderStages.map(({ label }) => panel(label));
    return {
      ...chartBase(drawing),
      ...(phone ? { vconcat: panels } : { hconcat: panels }),
      spacing: phone ? 16 : 24,
      resolve: { scale: { x: 'shared' } },
    };
  },
});
