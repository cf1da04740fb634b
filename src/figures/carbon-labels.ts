import {
  alikeFold,
  carbonLabelOf,
  carbonLabels,
  carbonNoise,
  carbonNoiseMeaning,
  carbonNoiseRange,
  isSureLabel,
  labelledOf,
  typicalFold,
  typicalFoldRange,
} from '../statistics/carbon-label.ts';
import { formatNumber } from '../statistics/format.ts';
import { carbonLabelling } from '../statistics/named/carbon-labels.ts';
import { fewestForEstimate, units } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { drawnEstimate, type DrawnEstimate } from './parts/estimate-rows.ts';
import { chartBase, ink, widths } from './theme.ts';

type Drawn = {
  label: string;
  from: number | null;
  to: number | null;
  models: number;
  sure: number;
} & DrawnEstimate;

const axisLabel = ({ letter, words }: (typeof carbonLabels)[number]) => `${letter}, ${words}`;
const whole = (value: number) => value.toLocaleString('en');
const sum = (rows: readonly Drawn[], of: 'models' | 'sure') =>
  rows.reduce((total, row) => total + row[of], 0);

/** How many models have each carbon label, and how many of these labels the noise of twins could not change. */
export const carbonLabelsFigure = figure({
  id: 'carbon-labels',
  question: 'Which models cost more or less carbon than others of their architecture and size?',
  query: carbonLabelling.query,
  derive(rows): Drawn[] {
    const { folds } = labelledOf(rows);
    const estimates = carbonLabelling.derive(rows);
    return carbonLabels.map((label, place) => {
      const own = folds.filter((fold) => carbonLabelOf(fold) === label);
      return {
        label: axisLabel(label),
        from: place === 0 ? null : carbonLabels[place - 1]!.upTo,
        to: Number.isFinite(label.upTo) ? label.upTo : null,
        models: own.length,
        sure: own.filter((fold) => isSureLabel(fold, carbonNoise)).length,
        ...drawnEstimate(estimates[`carbon_labels.${label.id}.share`]),
      };
    });
  },
  columns: [
    { name: 'label', title: 'Label' },
    { name: 'from', title: 'CO₂ ÷ median of peers, over', unit: units.fold },
    { name: 'to', title: 'CO₂ ÷ median of peers, up to', unit: units.fold },
    { name: 'models', title: 'Models' },
    { name: 'sure', title: 'Models with a sure label' },
    { name: 'value', title: 'Share of labelled models', unit: units.share },
    { name: 'low', title: '95 % from', unit: units.share },
    { name: 'high', title: '95 % to', unit: units.share },
    { name: 'n', title: 'Labelled models' },
  ],
  n: (rows) => sum(rows, 'models'),
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const [of, sure] = [sum(rows, 'models'), sum(rows, 'sure')];
    if (of < fewestForEstimate) return 'Too few models have enough others of their architecture and size.';
    const middle = rows[2]!;
    return `${whole(middle.models)} of ${whole(of)} labelled models, ${formatNumber(middle.models / of, units.share)}, cost about the same as others of their architecture and size; ${whole(sure)} labels would be the same with CO₂ divided or multiplied by ${carbonNoise}, ${carbonNoiseMeaning}.`;
  },
  alt: (rows) =>
    `Five bars of numbers of models by carbon label, the part with a sure label in a stronger tone. ${rows
      .map(({ label, models, sure }) => `${label}: ${whole(models)}, sure ${whole(sure)}`)
      .join('; ')}.`,
  notes: `The label goes by step-corrected CO₂ divided by the median of the models of the same architecture that are at most a quarter larger, or smaller by the same factor; with fewer than eleven of them, itself among them, a model has none. C reaches a factor of ${alikeFold} to either side, by which alike models of two organisations typically differ in the whole table; A and E begin at ${carbonNoise}, ${carbonNoiseMeaning} (95 % interval for independent groups ${carbonNoiseRange.low} to ${carbonNoiseRange.high}; clustered, it has no upper end). A label is sure, in the strong tone, where that much less or more CO₂ would not change it; B, C and D are too narrow for that whatever is measured. Twins typically differ by a factor of ${typicalFold} (95 % interval, clustered, ${typicalFoldRange.low} to ${typicalFoldRange.high}).`,
  explore: { x: 'parameters_b', y: 'co2_step_corrected_kg', colour: 'size_class' },
  spec(drawing) {
    const phone = drawing === 'phone';
    const y = {
      field: 'label',
      type: 'nominal',
      sort: carbonLabels.map(axisLabel),
      axis: { title: null, labelColor: ink.text, labelLimit: 160 },
    } as const;
    const x = {
      type: 'quantitative',
      axis: { title: 'Models', tickCount: phone ? 3 : 5, format: ',d' },
    } as const;
    const tooltip = [
      { field: 'label', title: 'CO₂ of the model is' },
      { field: 'models', title: 'Models', format: ',' },
      { field: 'sure', title: 'Models with a sure label', format: ',' },
      { field: 'value', title: 'Share of labelled models', format: '.1%' },
      { field: 'low', title: '95 % from', format: '.1%' },
      { field: 'high', title: '95 % to', format: '.1%' },
    ];
    return {
      ...chartBase(drawing),
      width: widths[drawing] - (phone ? 70 : 56),
      height: { step: phone ? 34 : 38 },
      layer: [
        {
          mark: { type: 'bar', height: 20, cornerRadiusEnd: 2, color: ink.accent, opacity: 0.35 },
          encoding: { y, x: { ...x, field: 'models' }, tooltip },
        },
        {
          mark: { type: 'bar', height: 20, color: ink.accent },
          encoding: { y, x: { ...x, field: 'sure' }, tooltip },
        },
        {
          transform: [
            {
              calculate: phone
                ? "format(datum.models, ',')"
                : "format(datum.models, ',') + ', sure ' + format(datum.sure, ',')",
              as: 'text',
            },
          ],
          mark: { type: 'text', align: 'left', dx: 6 },
          encoding: { y, x: { ...x, field: 'models' }, text: { field: 'text' } },
        },
      ],
    };
  },
});
