import type { Column } from '../column.ts';
import { harmless } from './spreadsheet.ts';

/** A column of a file; a name alone is enough. */
export type FileColumn = Pick<Column, 'name' | 'type'> &
  Partial<Pick<Column, 'label' | 'unit' | 'meaning' | 'required' | 'minimum' | 'maximum'>>;

/** What a CSV file holds and where it is from, for its description and its readme. */
export interface CsvDescription {
  /** Name of the file. */
  file: string;
  title: string;
  /** What the rows say, in sentences. */
  about: readonly string[];
  /** How many models or runs, prepared how, of which slice; none where the file is a table of facts. */
  taken?: string | undefined;
  source: string;
  /** Day of the last submission in the table. */
  until?: string | undefined;
  /** Title of the report. */
  report: string;
  /** Where the rows stand; none where the build does not know its site. */
  address: string | null;
  /** The reader's own query. */
  query?: string | undefined;
  notes: readonly string[];
  columns: readonly FileColumn[];
  /** Columns that together tell one row from another. */
  key?: readonly string[] | undefined;
}

/** Name of the description of a file, where the standard looks for it. */
export const metadataName = (file: string): string => `${file}-metadata.json`;

const encode = (text: string) =>
  [...new TextEncoder().encode(text)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');

/** The names of columns as the standard allows them, letters, digits and underscores, each once. */
function variableNames(columns: readonly FileColumn[]): string[] {
  const taken = new Set<string>();
  return columns.map(({ name }) => {
    const plain = name.toWellFormed().replaceAll(/[^A-Za-z0-9_]+|^_/g, encode) || 'column';
    let free = plain;
    for (let count = 2; taken.has(free); count++) free = `${plain}.${count}`;
    taken.add(free);
    return free;
  });
}

/** The unit stands under `schema:unitText`, the word of schema.org for a unit in words. */
function describeColumn(column: FileColumn, name: string) {
  const { type, label, unit, meaning, required, minimum, maximum } = column;
  const header = harmless(column.name);
  const ranged = minimum !== undefined || maximum !== undefined;
  return {
    name,
    // What stands in line 1 comes first: the standard compares the two.
    titles: [...new Set([header, label ?? header])],
    ...(meaning !== undefined && { 'dc:description': meaning }),
    datatype: ranged
      ? {
          base: type,
          ...(minimum !== undefined && { minimum }),
          ...(maximum !== undefined && { maximum }),
        }
      : type,
    ...(unit !== undefined && { 'schema:unitText': unit }),
    ...(required !== undefined && { required }),
  };
}

/**
 * The description of a CSV file in the W3C's Metadata Vocabulary for Tabular Data, as JSON. What the file is and
 * where it is from stands under terms of Dublin Core and of schema.org, whose prefixes the standard knows.
 */
export function csvwMetadata(described: CsvDescription): string {
  const { file, title, about, taken, source, until, report, address, query, notes, columns, key } = described;
  const names = variableNames(columns);
  const nameOf = (column: string) => names[columns.findIndex(({ name }) => name === column)]!;
  const metadata = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: file,
    'dc:title': title,
    'dc:description': about.join(' '),
    ...(taken !== undefined && { 'dc:provenance': taken }),
    'dc:source': source,
    ...(until !== undefined && { 'dc:date': until }),
    'dc:isPartOf': report,
    ...(address !== null && { 'schema:url': address }),
    ...(query !== undefined && {
      'schema:isBasedOn': {
        '@type': 'schema:SoftwareSourceCode',
        'schema:programmingLanguage': 'SQL',
        'schema:text': query,
      },
    }),
    ...(notes.length > 0 && { 'rdfs:comment': notes }),
    dialect: { encoding: 'utf-8', delimiter: ',', quoteChar: '"', doubleQuote: true, header: true },
    tableSchema: {
      columns: columns.map((column, index) => describeColumn(column, names[index]!)),
      ...(key && { primaryKey: key.map(nameOf) }),
    },
  };
  return `${JSON.stringify(metadata, null, 2)}\n`;
}
