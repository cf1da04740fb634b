import { metadataName, type CsvDescription } from './csvw.ts';
import { harmless } from './spreadsheet.ts';

// Control characters, breaks of lines and what turns the direction of a text; tabs would part cells.
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

const line = (text: string) => harmless(text.replaceAll(unseen, ' ').trim());

const listed = (entries: readonly (readonly [string, string])[]) => {
  const width = Math.min(Math.max(...entries.map(([name]) => name.length)), 40);
  return entries.map(([name, meaning]) => `  ${name.padEnd(width)}  ${meaning}`.trimEnd());
};

/** What a CSV file holds and where it is from, as a text that travels with it and its description. */
export function readme(described: CsvDescription): string {
  const { file, title, about, taken, source, report, address, query, notes, columns } = described;
  const parts = [
    [line(title), '', ...[...about, ...(taken === undefined ? [] : [taken])].map(line)],
    [
      `Source: ${line(source)}`,
      `Report: ${line(report)}`,
      ...(address === null ? [] : [`Address: ${line(address)}`]),
    ],
    [
      'Files',
      ...listed([
        [file, 'the rows, in UTF-8, with commas and the names of the columns in line 1'],
        [metadataName(file), 'this description for programs, as the W3C has it (CSV on the Web)'],
      ]),
    ],
    [
      'Columns',
      ...listed(
        columns.map(({ name, label, unit }) => [
          line(name),
          [...(label === undefined ? [] : [line(label)]), ...(unit === undefined ? [] : [line(unit)])].join(
            ', ',
          ),
        ]),
      ),
    ],
    ...(query === undefined
      ? []
      : [
          [
            'Query',
            ...query.split(/\r\n|\r|\n/).map((text) => `    ${text.replaceAll(unseen, ' ')}`.trimEnd()),
          ],
        ]),
    ...(notes.length === 0 ? [] : [['Notes', ...notes.map((note) => `  ${line(note)}`)]]),
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
