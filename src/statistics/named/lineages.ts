import { countOf, integer, known, select, sql } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { count } from '../methods/estimate.ts';
import { fact, family, units } from '../statistic.ts';

const assumed = sql`SELECT identity FROM identity WHERE method = 'assumed'`;

const query = select(models, ({ identity, lineage }) => ({
  rows: {
    lineages: known(integer`count(DISTINCT ${lineage})`),
    assumed: countOf(sql`${identity} IN (${assumed})`),
  },
  orderBy: [],
}));

/** Counts of lineages, and of models whose own is assumed. */
export const lineages = family({
  query,
  definitions: [
    fact('models.lineages', 'lineages of the models', units.lineages),
    fact(
      'models.lineage_assumed',
      'models whose lineage is assumed from architecture and size',
      units.models,
    ),
  ],
  derive: ([row]) => ({
    'models.lineages': count(row?.lineages ?? 0),
    'models.lineage_assumed': count(row?.assumed ?? 0),
  }),
});
