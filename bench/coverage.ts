// How often intervals hold the truth on the clusters of the table: writes bench/coverage.json, which Methods shows.
// `--draws 100` draws fewer times and only prints.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { prepareTables } from '../src/engine/prepare.ts';
import { openNativeEngine } from '../src/engine/native.ts';
import { rawTables } from '../src/engine/raw-tables.ts';
import { clustersOf } from '../src/statistics/methods/clusters.ts';
import { simulatedModels } from './coverage/models.ts';
import { simulateCoverage, simulated, slices, worldsOf, type Coverage } from './coverage/simulate.ts';
import type { Components } from './coverage/world.ts';

const { values: options } = parseArgs({ options: { draws: { type: 'string' } } });
const draws = Number(options.draws ?? 2000);
const seed = 20_250_313;

const engine = await openNativeEngine(rawTables());
await prepareTables(engine);
const { models, results } = await simulatedModels(engine);
await engine.close();

const round = (value: number) => Number(value.toPrecision(5));
const deviations = ({ organisation, lineage, model }: Components) => ({
  organisation: round(Math.sqrt(organisation)),
  lineage: round(Math.sqrt(lineage)),
  model: round(Math.sqrt(model)),
});
const rounded = ({ draws, share, error }: Coverage) => ({
  draws,
  share: share === null ? null : round(share),
  error: error === null ? null : round(error),
});

const worlds = worldsOf(models, results);
const rows = simulateCoverage(models, worlds, { draws, seed });
const table = {
  draws,
  seed,
  worlds: Object.fromEntries(
    Object.entries(worlds).map(([name, { slope, components }]) => [
      name,
      { slope: round(slope), deviations: deviations(components) },
    ]),
  ),
  slices: slices.map(({ id, label, has }) => {
    const own = models.filter(has);
    const { organisations, lineages } = clustersOf(own).effective;
    return {
      id,
      label,
      models: own.length,
      organisations: round(organisations),
      lineages: round(lineages),
      statistics: simulated.map((statistic) => {
        const row = rows.find((each) => each.slice === id && each.statistic === statistic.id)!;
        return {
          id: statistic.id,
          label: statistic.label,
          clustered: rounded(row.clustered),
          independent: rounded(row.independent),
        };
      }),
    };
  }),
};
const text = JSON.stringify(table);
if (options.draws === undefined) {
  const path = 'bench/coverage.json';
  await writeFile(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
} else console.log(text);
