import { numbersOf, fewestForEstimate, units } from '../statistics/statistic.ts';
import { clustersOf } from '../statistics/methods/clusters.ts';
import { meanEstimate } from '../statistics/methods/mean.ts';
import { medianEstimate } from '../statistics/methods/quantile.ts';
import { modelsOf, providerModels, providers } from '../statistics/named/provider-models.ts';
import { figure } from './figure.ts';
import {
  panelColumns,
  panelRow,
  panelText,
  panelValue,
  providerPanels,
  type Panel,
  type PanelRow,
} from './parts/provider-panels.ts';

const panels = [
  { id: 'Average score', axis: 'Average score (points)', unit: units.points, column: 'average' },
  { id: 'CO₂', axis: 'CO₂ of an evaluation (kg)', unit: units.kg, column: 'co2_kg' },
] as const satisfies readonly (Panel & { column: string })[];
const [score, co2] = panels;
const averages = [
  { id: 'mean', line: 'mean (notebook)', of: meanEstimate },
  { id: 'median', line: 'median', of: medianEstimate },
] as const;

const value = (rows: readonly PanelRow[], panel: Panel, provider: string, average: string) =>
  panelValue(rows, { panel: panel.id, provider, average });

/** Seed figure 5, first part: average score and carbon of official and other models. */
export const scoreAndCo2ByProvider = figure({
  id: 'score-and-co2-by-provider',
  question: 'Do models outside the official list score more and cost less?',
  seed: [5],
  query: providerModels,
  derive: (rows): PanelRow[] =>
    panels.flatMap(({ id: panel, column }) =>
      providers.flatMap((provider) => {
        const members = modelsOf(provider, rows);
        const values = numbersOf(members, column);
        const clusters = clustersOf(members);
        return averages.map(({ id: average, line, of }) =>
          panelRow(
            { panel, group: provider.label, provider: provider.id, average, line },
            of(values, clusters),
          ),
        );
      }),
    ),
  columns: panelColumns('Models', units.kg),
  n: (rows) =>
    rows
      .filter(({ panel, average }) => panel === score.id && average === 'mean')
      .reduce((sum, row) => sum + row.n, 0),
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const [official, community] = providers.map(({ id }) => ({
      score: value(rows, score, id, 'median'),
      mean: value(rows, co2, id, 'mean'),
      median: value(rows, co2, id, 'median'),
    }));
    const known = (each: typeof official) =>
      each !== undefined && each.score !== null && each.mean !== null && each.median !== null;
    if (!known(official) || !known(community))
      return `Too few models on one of the two sides to compare them; it takes ${fewestForEstimate}.`;
    const say = (each: typeof official) =>
      `${panelText(each?.score ?? null, units.points)} points for ${panelText(each?.median ?? null, units.kg)} kg of CO₂`;
    return `The median community model has ${say(community)}, the median official one ${say(official)}; the means of CO₂ are ${panelText(community?.mean ?? null, units.kg)} and ${panelText(official?.mean ?? null, units.kg)} kg.`;
  },
  alt: (rows) =>
    `Bars of the mean and the median for two groups of models. ${providers
      .map(
        ({ id, long }) =>
          `For ${long} the average score has a mean of ${panelText(value(rows, score, id, 'mean'), units.points)} and a median of ${panelText(value(rows, score, id, 'median'), units.points)} points, CO₂ a mean of ${panelText(value(rows, co2, id, 'mean'), units.kg)} and a median of ${panelText(value(rows, co2, id, 'median'), units.kg)} kg.`,
      )
      .join(' ')}`,
  notes:
    'Community means every model whose organisation is not on the list of official providers, however it was made. Faint bars are means, the number that the notebook drew; solid bars are medians. Lines are 95 % intervals.',
  spec: (drawing) =>
    providerPanels(drawing, {
      panels,
      groups: providers.map(({ label }) => label),
      lines: averages.map(({ line }) => line),
    }),
});
