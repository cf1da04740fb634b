import { sizeClasses } from '../../dataset/grouping.ts';
import { providerModels, providers, type ProviderModel } from '../../statistics/named/provider-models.ts';
import { scoresByProviderAndSize } from '../../statistics/named/provider-sizes.ts';
import { fewestForEstimate, units } from '../../statistics/statistic.ts';
import { figure, type Figure, type TypedFigure } from '../figure.ts';
import {
  panelColumns,
  panelRow,
  panelText,
  panelValue,
  providerPanels,
  type Panel,
  type PanelRow,
} from './provider-panels.ts';

const panels = [
  {
    id: 'Score per billion parameters',
    statistic: 'score_per_b',
    axis: 'Score per billion parameters',
    unit: units.pointsPerBillion,
  },
  { id: 'Average score', statistic: 'score', axis: 'Average score (points)', unit: units.points },
] as const satisfies readonly (Panel & { statistic: string })[];
/** The measure of the rows that say what the community's median score is above the official one, which no bar draws. */
const difference = 'Community minus official, average score';
const averages = [
  { id: 'mean', label: 'mean' },
  { id: 'median', label: 'median' },
] as const;

/** The median score of one side in one size class among the drawn rows; null where too few models carry it. */
export const medianScore = (rows: readonly PanelRow[], provider: string, size: string): number | null =>
  panelValue(rows, {
    panel: 'Average score',
    provider,
    average: 'median',
    group: sizeClasses.find(({ id }) => id === size)?.label ?? '',
  });

/** The difference of the median scores in one size class among the drawn rows, with its interval. */
export const medianLead = (rows: readonly PanelRow[], group: string): PanelRow | undefined =>
  rows.find((row) => row.panel === difference && row.group === group);

/** What a comparison of providers by size class says of itself. */
export interface ProviderSizeBars extends Pick<
  TypedFigure<ProviderModel, PanelRow>,
  'id' | 'question' | 'seed' | 'takeaway' | 'notes'
> {
  /** Which models count. */
  keep: (models: readonly ProviderModel[]) => readonly ProviderModel[];
}

/** A figure of score and score per billion parameters of official and other models by size class. */
export function providerSizeBars({ keep, ...part }: ProviderSizeBars): Figure {
  return figure({
    ...part,
    query: providerModels,
    derive(rows): PanelRow[] {
      const estimates = scoresByProviderAndSize(keep(rows));
      const bars = panels.flatMap(({ id: panel, statistic }) =>
        sizeClasses.flatMap((size) =>
          providers.flatMap((provider) =>
            averages.map(({ id: average, label }) =>
              panelRow(
                {
                  panel,
                  group: size.label,
                  provider: provider.id,
                  average,
                  line: `${provider.label}, ${label}`,
                },
                estimates[`${statistic}.${provider.id}.${size.id}.${average}`]!(),
              ),
            ),
          ),
        ),
      );
      const leads = sizeClasses.map(({ id, label }) =>
        panelRow(
          {
            panel: difference,
            group: label,
            provider: 'both',
            average: 'median',
            line: 'community minus official, median',
          },
          estimates[`score.difference.${id}.median`]!(),
        ),
      );
      return [...bars, ...leads];
    },
    columns: panelColumns('Size class', units.pointsPerBillion),
    n: (rows) =>
      rows
        .filter(({ panel, average }) => panel === 'Average score' && average === 'mean')
        .reduce((sum, row) => sum + row.n, 0),
    counts: 'models',
    minimum: fewestForEstimate,
    alt: (rows) =>
      `Bars of score per billion parameters and of the average score, mean and median, for official and other models in three size classes. ${sizeClasses
        .map(({ id, label }) => {
          const [official, community] = providers.map((provider) =>
            panelText(medianScore(rows, provider.id, id), units.points),
          );
          return `Models ${label}: median score official ${official}, community ${community}.`;
        })
        .join(' ')}`,
    spec: (drawing) =>
      providerPanels(drawing, {
        panels,
        groups: sizeClasses.map(({ label }) => label),
        lines: providers.flatMap(({ label }) => averages.map((average) => `${label}, ${average.label}`)),
      }),
  });
}

/** Size classes in which the median score of community models is above that of official ones, of those with both. */
export function classesAhead(rows: readonly PanelRow[]): { ahead: string[]; compared: string[] } {
  const compared = sizeClasses.flatMap(({ id, label }) => {
    const [official, community] = [medianScore(rows, 'official', id), medianScore(rows, 'community', id)];
    return official === null || community === null ? [] : [{ label, official, community }];
  });
  const ahead = compared.filter(({ official, community }) => community > official);
  return { ahead: ahead.map(({ label }) => label), compared: compared.map(({ label }) => label) };
}
