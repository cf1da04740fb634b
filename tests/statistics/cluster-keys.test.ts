import { expect, test } from 'vitest';
import { clusterKeys } from '../../src/statistics/cluster-keys.ts';
import { select } from '../../src/dataset/select.ts';
import { preparedTable, reviewedTable } from '../../src/dataset/tables.ts';
import { report } from '../report.ts';

test.each([reviewedTable, preparedTable])(
  '$name: every organisation and every lineage has a key of its own',
  async (table) => {
    const query = select(table, ({ organisation, lineage, row }) => {
      const keys = clusterKeys({ organisation, lineage });
      return {
        rows: { organisation, lineage, organisation_key: keys.organisation, lineage_key: keys.lineage },
        orderBy: [row],
      };
    });
    const rows = query.read(await (await report()).query(query.sql));
    for (const column of ['organisation', 'lineage'] as const) {
      const names = new Set(rows.map((row) => row[column]));
      const keys = new Set(rows.map((row) => row[`${column}_key`]));
      const both = new Set(rows.map((row) => `${row[column]} ${row[`${column}_key`]}`));
      expect(names.size).toBeGreaterThan(100);
      expect([keys.size, both.size]).toEqual([names.size, names.size]);
    }
  },
);
