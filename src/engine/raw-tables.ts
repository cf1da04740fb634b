import { join } from 'node:path';
import { columns } from '../dataset/columns.ts';
import type { ColumnType } from '../dataset/columns.ts';
import type { NativeTable, SqlType } from './csv.ts';

// Dates stay ISO text: it sorts and compares as dates do, and both engines hand text over alike.
const sqlTypes: Record<ColumnType, SqlType> = {
  integer: 'INTEGER',
  number: 'DOUBLE',
  string: 'VARCHAR',
  boolean: 'BOOLEAN',
  date: 'VARCHAR',
};

/** The tables of facts that both engines hold, with their files in the given folder. */
export function rawTables(folder = 'data'): NativeTable[] {
  return [
    {
      name: 'all_runs',
      path: join(folder, 'runs.csv'),
      columns: columns.map(({ name, type }) => ({ name, sqlType: sqlTypes[type] })),
    },
    {
      name: 'corrections',
      path: join(folder, 'corrections.csv'),
      columns: [
        { name: 'model', sqlType: 'VARCHAR' },
        { name: 'column', sqlType: 'VARCHAR' },
        { name: 'value', sqlType: 'VARCHAR' },
        { name: 'reason', sqlType: 'VARCHAR' },
        { name: 'source', sqlType: 'VARCHAR' },
      ],
    },
    {
      name: 'moe_review',
      path: join(folder, 'moe.csv'),
      columns: [
        { name: 'model', sqlType: 'VARCHAR' },
        { name: 'moe', sqlType: 'BOOLEAN' },
        { name: 'experts', sqlType: 'INTEGER' },
        { name: 'experts_per_token', sqlType: 'INTEGER' },
        { name: 'active_parameters_b', sqlType: 'DOUBLE' },
        { name: 'method', sqlType: 'VARCHAR' },
        { name: 'reason', sqlType: 'VARCHAR' },
      ],
    },
  ];
}
