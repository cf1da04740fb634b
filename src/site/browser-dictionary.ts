import type { Plugin } from 'vite';
import * as columns from '../dataset/columns.ts';
import * as tables from '../dataset/tables.ts';
import type { Column, Table } from '../dataset/column.ts';

/** What a browser is told of a column. */
const told = [
  'name',
  'type',
  'required',
  'label',
  'unit',
  'symbol',
  'digits',
] as const satisfies (keyof Column)[];

const isColumn = (value: object): value is Column => 'label' in value && 'meaning' in value;
const isTable = (value: object): value is Table => 'columns' in value && 'key' in value;

/**
 * The module that stands for `columns.ts` and `tables.ts` in a page: the same exports, with names, types, labels
 * and units and without the meanings, each column once.
 */
export function browserDictionary(): string {
  const names = new Map<string, string>();
  const literal = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(literal).join(',')}]`;
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    if (isColumn(value)) {
      const text = JSON.stringify(Object.fromEntries(told.map((fact) => [fact, value[fact]])));
      if (!names.has(text)) names.set(text, `c${names.size}`);
      return names.get(text)!;
    }
    const facts = isTable(value) ? { name: value.name, columns: value.columns } : value;
    return `{${Object.entries(facts)
      .map(([key, part]) => `${JSON.stringify(key)}:${literal(part)}`)
      .join(',')}}`;
  };
  const exported = Object.entries({ ...columns, ...tables }).map(
    ([name, value]) => `export const ${name} = ${literal(value)};`,
  );
  const shared = [...names].map(([text, name]) => `const ${name} = ${text};`);
  return [...shared, ...exported].join('\n');
}

/** Leaves what the columns mean out of the scripts of the pages: it is in their HTML where a reader is told it. */
export function withoutMeanings(): Plugin {
  const short = '\0dictionary-for-browsers';
  return {
    name: 'dictionary-without-meanings',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    async resolveId(id, importer, options) {
      if (!/\/(columns|tables)\.ts$/.test(id)) return undefined;
      const found = await this.resolve(id, importer, { ...options, skipSelf: true });
      return found && /\/src\/dataset\/(columns|tables)\.ts$/.test(found.id) ? short : undefined;
    },
    load: (id) => (id === short ? browserDictionary() : undefined),
  };
}
