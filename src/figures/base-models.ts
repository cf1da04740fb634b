import { bases, basesOf } from '../statistics/named/bases.ts';
import { fewestForEstimate, units } from '../statistics/statistic.ts';
import { countInWords } from './few.ts';
import { figure } from './figure.ts';
import {
  cautionColumn,
  cautionLegend,
  cautionNote,
  cautionOf,
  signBehind,
  warningTip,
  withWarning,
} from './parts/cautioned.ts';
import { chartBase, ink, widths } from './theme.ts';

/** Bases that are shown. */
const places = 10;

type Bar = {
  place: number;
  base: string;
  models: number;
  organisations: number;
  share: number;
  caution: string | null;
};
type All = { place: null; base: string; models: number; organisations: null; share: null; caution: null };
type Drawn = Bar | All;

const bars = (rows: readonly Drawn[]) => rows.filter((row): row is Bar => row.place !== null);
const modelsOf = (rows: readonly Drawn[]) => rows.at(-1)?.models ?? 0;
const say = ({ base, caution, models, organisations }: Bar) =>
  `${base}${cautionNote(caution)} with ${countInWords(models, 'models')} of ${countInWords(organisations, 'organisations')}`;

/** The roots that most models have, and how many organisations stand behind these. */
export const baseModels = figure({
  id: 'base-models',
  question: 'Which models do others build on?',
  query: bases.query,
  derive(rows): Drawn[] {
    const found = basesOf(rows);
    const all = found.reduce((sum, { models }) => sum + models, 0);
    return [
      ...found.slice(0, places).map((base, index) => ({
        place: index + 1,
        base: base.base,
        models: base.models,
        organisations: base.organisations,
        share: base.models / all,
        caution: cautionOf(base.caution),
      })),
      { place: null, base: 'all roots', models: all, organisations: null, share: null, caution: null },
    ];
  },
  columns: [
    { name: 'place', title: 'Place' },
    { name: 'base', title: 'Root', model: true },
    { name: 'models', title: 'Models that have it', unit: units.models },
    { name: 'organisations', title: 'Organisations behind them', unit: units.organisations },
    { name: 'share', title: 'Share of models that have a root', unit: units.share },
    cautionColumn,
  ],
  n: modelsOf,
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const shown = bars(rows);
    const [first] = shown;
    if (!first || modelsOf(rows) < fewestForEstimate)
      return `Fewer than ${fewestForEstimate} models have another one as their root.`;
    const widest = shown.reduce((a, b) => (b.organisations > a.organisations ? b : a));
    if (widest === first) return `The most common root is ${say(first)}.`;
    return `The most common root is ${say(first)}; the one of the most organisations is ${say(widest)}.`;
  },
  alt: (rows) =>
    bars(rows).length === 0
      ? 'An empty chart: 0 models have another one as their root.'
      : `Bars of the models that have a root, and within them of the organisations behind these, for the most common roots. ${bars(rows).map(say).join('; ')}.`,
  notes: `Pale bars count models, solid ones the organisations that sent them. The root is the model at the end of the chain of bases that are named, by its current name; entries that name none, “Removed” or the model itself are left out. Bars begin at zero. ${cautionLegend}`,
  spec(drawing) {
    const phone = drawing === 'phone';
    const y = { field: 'place', type: 'ordinal', axis: null } as const;
    const only = { filter: 'isValid(datum.place)' };
    return {
      ...chartBase(drawing),
      width: widths[drawing] + (phone ? 50 : 90),
      height: { step: 40 },
      transform: [
        only,
        withWarning,
        {
          calculate: `${phone ? "peek(split(datum.base, '/'))" : 'datum.base'} + ${signBehind} + ': ' + format(datum.models, ',') + ' models, ' + format(datum.organisations, ',') + (datum.organisations === 1 ? ' organisation' : ' organisations')`,
          as: 'written',
        },
      ],
      layer: [
        {
          mark: {
            type: 'bar',
            height: 10,
            yOffset: 9,
            color: ink.density,
            opacity: 0.35,
            cornerRadiusEnd: 2,
          },
          encoding: {
            y,
            x: { field: 'models', type: 'quantitative', axis: { title: null, tickCount: 5, grid: false } },
            tooltip: [
              { field: 'base', title: 'Root' },
              { field: 'models', title: 'Models', format: ',' },
              { field: 'organisations', title: 'Organisations', format: ',' },
              { field: 'share', title: 'Share of models that have a root', format: '.1%' },
              warningTip,
            ],
          },
        },
        {
          mark: { type: 'bar', height: 10, yOffset: 9, color: ink.accent, cornerRadiusEnd: 2 },
          encoding: { y, x: { field: 'organisations', type: 'quantitative' } },
        },
        {
          mark: { type: 'text', align: 'left', baseline: 'bottom', dy: 1, limit: phone ? 308 : 640 },
          encoding: { y, x: { value: 0 }, text: { field: 'written' } },
        },
      ],
    };
  },
});
