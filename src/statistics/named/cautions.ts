import { countOf, select, sql } from '../../dataset/select.ts';
import { cautionKinds, type CautionKind } from '../../dataset/cautions.ts';
import { models } from '../../dataset/tables.ts';
import { count } from '../methods/estimate.ts';
import { fact, family, units } from '../statistic.ts';

const kinds = Object.keys(cautionKinds) as CautionKind[];
const idOf = (kind: CautionKind) => `cautions.${kind.replace('-', '_')}.count`;

const query = select(models, ({ caution }) => ({
  rows: {
    all: countOf(sql`${caution} IS NOT NULL`),
    'partial-run': countOf(sql`${caution} = 'partial-run'`),
    flagged: countOf(sql`${caution} = 'flagged'`),
    'off-plane': countOf(sql`${caution} = 'off-plane'`),
    'below-children': countOf(sql`${caution} = 'below-children'`),
  } satisfies Record<CautionKind | 'all', unknown>,
  orderBy: [],
}));

/** How many models carry a caution, in all and by kind. */
export const cautionCounts = family({
  query,
  definitions: [
    fact('cautions.count', 'models with a caution', units.models),
    ...kinds.map((kind) => fact(idOf(kind), `models with a caution: ${cautionKinds[kind]}`, units.models)),
  ],
  derive: ([row]) => ({
    'cautions.count': count(row?.all ?? 0),
    ...Object.fromEntries(kinds.map((kind) => [idOf(kind), count(row?.[kind] ?? 0)])),
  }),
});
