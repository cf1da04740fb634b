import { select, sql } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { boxOf } from '../methods/box.ts';
import { clustersOf } from '../methods/clusters.ts';
import { shareEstimate } from '../methods/proportion.ts';
import { estimated, family, units } from '../statistic.ts';

const query = select(
  models,
  ({ organisation, lineage, family, architecture, parameters_b, co2_kg, size_class, row }) => ({
    rows: { organisation, lineage, family, architecture, parameters_b, co2_kg },
    where: sql`${size_class} = 'small' AND ${parameters_b} > 1`,
    orderBy: [row],
  }),
);
type Small = (typeof query)['row'];

/** Families whose small models are told apart; of Gemma the second generation alone. */
const kinds: readonly { id: string; label: string; has(row: Small): boolean }[] = [
  { id: 'gemma2', label: 'Gemma 2', has: (row) => row.architecture?.startsWith('Gemma2') ?? false },
  { id: 'qwen', label: 'Qwen', has: (row) => row.family === 'qwen' },
  { id: 'llama', label: 'Llama', has: (row) => row.family === 'llama' },
  { id: 'mistral', label: 'Mistral', has: (row) => row.family === 'mistral' },
];

/**
 * Who stands beyond the fences of small models in carbon per billion parameters: the share of each family that
 * does, over small models above 1 B, with the fences of all of them.
 */
export const carbonFamilies = family({
  query,
  definitions: kinds.map(({ id, label }) =>
    estimated(
      `co2_per_b.small.outliers.${id}.share`,
      `share of ${label} models up to 9 B beyond the fences in CO₂ per billion parameters`,
      units.share,
    ),
  ),
  derive(rows) {
    const ratioOf = ({ co2_kg, parameters_b }: Small) => co2_kg / parameters_b;
    const box = boxOf(rows.map(ratioOf));
    const isBeyond = (row: Small) =>
      box !== null && (ratioOf(row) < box.lowFence || ratioOf(row) > box.highFence);
    return Object.fromEntries(
      kinds.map(({ id, has }) => {
        const own = rows.filter(has);
        return [`co2_per_b.small.outliers.${id}.share`, shareEstimate(own.map(isBeyond), clustersOf(own))];
      }),
    );
  },
});
