import type { ResultColumn } from '../engine/result.ts';
import type { TextRow } from '../engine/reader-query.ts';

/** What a column of a result can be drawn as. */
export type ColumnKind = 'number' | 'day' | 'text' | 'other';

const numberType = /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|BIGNUM|FLOAT|DOUBLE|DECIMAL\(\d+,\d+\))$/;
const day = /^\d{4}-\d{2}-\d{2}/;

/** The kind of each column, by its type; text that is all days, as the report's tables write them, is days. */
export function columnKinds(columns: readonly ResultColumn[], rows: readonly TextRow[]): ColumnKind[] {
  return columns.map(({ type }, index) => {
    if (numberType.test(type)) return 'number';
    if (/^(DATE|TIMESTAMP)/.test(type)) return 'day';
    if (type === 'BOOLEAN' || type.startsWith('ENUM')) return 'text';
    if (type !== 'VARCHAR') return 'other';
    const values = rows.map((row) => row[index]).filter((value) => value != null);
    return values.length > 0 && values.every((value) => day.test(value!)) ? 'day' : 'text';
  });
}
