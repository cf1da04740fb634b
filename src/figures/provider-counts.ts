import { sizeClasses } from '../dataset/grouping.ts';
import { formatNumber } from '../statistics/format.ts';
import { providerKinds } from '../statistics/named/provider-kinds.ts';
import { providers } from '../statistics/named/provider-models.ts';
import { units } from '../statistics/statistic.ts';
import { countInWords } from './few.ts';
import { figure } from './figure.ts';
import { chartBase, colourByProvider, panelHeader, widths } from './theme.ts';

const ratio = { ...units.fold, digits: 1 };
type Drawn = {
  provider: string;
  size: string;
  size_label: string;
  models: number;
  ratio: number | null;
  share: number | null;
};

const of = (rows: readonly Drawn[], provider: string, size: string) =>
  rows.find((row) => row.provider === provider && row.size === size);
const write = (value: number | null | undefined) => (value == null ? 'none' : formatNumber(value, ratio));

/** Seed figures 6 and 7: how many small and medium models each side has for one large model. */
export const providerCounts = figure({
  id: 'provider-counts',
  question: 'Which sizes do official and other providers hand in?',
  seed: [6, 7],
  query: providerKinds.query,
  derive(rows): Drawn[] {
    const estimates = providerKinds.derive(rows);
    return providers.flatMap((provider) => {
      const counts = sizeClasses.map(
        ({ id }) => estimates[`provider.${provider.id}.${id}.count`]?.value ?? 0,
      );
      const all = counts.reduce((sum, count) => sum + count, 0);
      return sizeClasses.map(({ id: size, label }, index) => ({
        provider: provider.id,
        size,
        size_label: label,
        models: counts[index]!,
        ratio: estimates[`provider.${provider.id}.${size}.per_large`]?.value ?? null,
        share: all === 0 ? null : counts[index]! / all,
      }));
    });
  },
  columns: [
    { name: 'provider', title: 'Provider' },
    { name: 'size_label', title: 'Size class' },
    { name: 'size', title: 'Class' },
    { name: 'models', title: 'Models', unit: units.models },
    { name: 'ratio', title: 'For each model over 40 B', unit: ratio },
    { name: 'share', title: 'Share of the provider’s models', unit: units.share },
  ],
  n: (rows) => rows.reduce((sum, row) => sum + row.models, 0),
  counts: 'models',
  minimum: 1,
  takeaway(rows) {
    const [official, community] = providers.map(({ id }) => of(rows, id, 'small')?.ratio);
    if (official == null || community == null)
      return 'One of the two sides has 0 models over 40\u00a0B, so there is nothing to relate the others to.';
    return `For each model over 40\u00a0B, community providers have ${write(community)} models up to 9\u00a0B and official ones ${write(official)}.`;
  },
  alt: (rows) =>
    `Bars of the number of models in three size classes for each model over 40\u00a0B. ${providers
      .map(
        ({ id, label }) =>
          `On the ${label} side: ${sizeClasses
            .map(({ id: size, label: sizeLabel }) => {
              const row = of(rows, id, size);
              return `${sizeLabel} ${countInWords(row?.models ?? 0, 'models')}, ratio ${write(row?.ratio)}`;
            })
            .join('; ')}.`,
      )
      .join(' ')}`,
  notes:
    'The notebook drew the two sides as two charts. Counts are facts of the table and carry no interval; the share in brackets is that of all models of the same side.',
  spec(drawing) {
    const phone = drawing === 'phone';
    const y = {
      field: 'size_label',
      type: 'nominal',
      sort: sizeClasses.map(({ label }) => label),
      axis: { title: null },
    } as const;
    return {
      ...chartBase(drawing),
      facet: {
        row: {
          field: 'provider',
          type: 'nominal',
          sort: providers.map(({ id }) => id),
          header: panelHeader,
        },
      },
      spacing: 14,
      spec: {
        width: widths[drawing] - (phone ? 70 : 160),
        height: { step: phone ? 40 : 26 },
        layer: [
          {
            mark: { type: 'bar', height: 15, cornerRadiusEnd: 2, opacity: 0.9, yOffset: phone ? 8 : 0 },
            encoding: {
              y,
              x: {
                field: 'ratio',
                type: 'quantitative',
                axis: { title: 'Models for each one over 40 B', tickCount: 5 },
              },
              color: colourByProvider,
              tooltip: [
                { field: 'provider', title: 'Provider' },
                { field: 'size_label', title: 'Size class' },
                { field: 'models', title: 'Models', format: ',' },
                { field: 'ratio', title: 'For each over 40 B', format: '.1f' },
                { field: 'share', title: 'Share of its side', format: '.0%' },
              ],
            },
          },
          {
            mark: phone ? { type: 'text', align: 'left', dy: -9 } : { type: 'text', align: 'left', dx: 6 },
            encoding: {
              y,
              x: phone ? { value: 0 } : { field: 'place', type: 'quantitative' },
              text: { field: 'label' },
            },
          },
        ],
        transform: [
          {
            calculate:
              "(isValid(datum.ratio) ? format(datum.ratio, '.1f') + ': ' : '') + format(datum.models, ',') + ' models' + (isValid(datum.share) ? ' (' + format(100 * datum.share, '.0f') + ' %)' : '')",
            as: 'label',
          },
          // Without a ratio the number of models stands where its bar would begin.
          { calculate: 'isValid(datum.ratio) ? datum.ratio : 0', as: 'place' },
        ],
      },
    };
  },
});
