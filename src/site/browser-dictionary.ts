import { basename } from 'node:path';
import type { Plugin } from 'vite';
import { choicesBesideFilters } from '../choices/choices.ts';
import * as recorded from '../dataset/recorded.ts';
import * as tables from '../dataset/tables.ts';
import type { Column, Table } from '../dataset/column.ts';

/** The slice reads which choices and options an address may name; the rest of them is for the pages' HTML. */
const choices = {
  choicesBesideFilters: choicesBesideFilters.map(({ id, others }) => ({
    id,
    others: others.map((option) => ({ id: option.id })),
  })),
};

const files: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'recorded.ts': recorded,
  'tables.ts': tables,
  'choices.ts': choices,
};

/** Where each file lies, in `src`. */
const folderOf = (file: string) => (file === 'choices.ts' ? 'choices' : 'dataset');

/** What a browser is told of a column. */
const told = [
  'name',
  'label',
  'type',
  'required',
  'unit',
  'symbol',
  'digits',
] as const satisfies (keyof Column)[];

const isColumn = (value: object): value is Column => 'label' in value && 'meaning' in value;
const isTable = (value: object): value is Table => 'columns' in value && 'key' in value;

const short = (name: string) => `\0dictionary/${name}`;

/** Facts of a column as the values of a call, the missing ones at the end left out. */
const values = (column: Column) =>
  told
    .map((fact) => JSON.stringify(column[fact]) ?? 'undefined')
    .join(',')
    .replace(/(,undefined)+$/, '');

/** The module that stands for a file of the dictionary in a page: the same exports without the meanings. */
export function browserDictionary(file: string): string {
  const own = new Map<string, string>();
  const records = new Map<string, string>();
  const named = (names: Map<string, string>, letter: string, text: string): string => {
    if (!names.has(text)) names.set(text, `${letter}${names.size}`);
    return names.get(text)!;
  };
  const literal = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(literal).join(',')}]`;
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    if (isColumn(value)) return named(own, 'c', values(value));
    // Several tables have the same columns.
    if (isTable(value))
      return `{"name":${literal(value.name)},"columns":${named(records, 'r', literal({ ...value.columns }))}}`;
    return `{${Object.entries(value)
      .map(([key, part]) => `${JSON.stringify(key)}:${literal(part)}`)
      .join(',')}}`;
  };
  const exported = Object.entries(files[file]!).map(
    ([name, value]) => `export const ${name} = ${literal(value)};`,
  );
  return [
    `const column = (${told.join(', ')}) => ({ ${told.join(', ')} });`,
    ...[...own].map(([call, name]) => `const ${name} = /* @__PURE__ */ column(${call});`),
    ...[...records].map(([text, name]) => `const ${name} = ${text};`),
    ...exported,
  ].join('\n');
}

/** Leaves what the columns mean, and why choices are made, out of the scripts of the pages: it is in their HTML where a reader is told it. */
export function withoutMeanings(): Plugin {
  return {
    name: 'dictionary-without-meanings',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    async resolveId(id, importer, options) {
      const file = basename(id);
      if (!Object.hasOwn(files, file)) return undefined;
      const found = await this.resolve(id, importer, { ...options, skipSelf: true });
      return found?.id.endsWith(`/src/${folderOf(file)}/${file}`)
        ? { id: short(file), moduleSideEffects: false }
        : undefined;
    },
    load: (id) => (id.startsWith(short('')) ? browserDictionary(basename(id)) : undefined),
  };
}
