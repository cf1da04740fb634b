import type { ColumnKind } from './column-kind.ts';
import type { Result } from './result.ts';

// A cell that filled the window would hide the rest; the file has the whole value.
export const longestCell = 300;

interface Props {
  result: Pick<Result, 'columns' | 'kinds' | 'shown'>;
  /** What the table is to those who do not see where it stands. */
  label: string;
  /** The first of the rows that are shown, counted from 0, and the one after the last. */
  from: number;
  to: number;
}

/** Rows of a result as a table. Names and values are strangers’ text. */
export function ResultTable({ result, label, from, to }: Props) {
  return (
    <div class="sql-table" role="region" aria-label={label} tabIndex={0}>
      <table aria-label={label}>
        <thead>
          <tr>
            {result.columns.map(({ name, type }, index) => (
              <th scope="col" data-type={result.kinds[index]}>
                <span class="sql-name">{name}</span>
                <span class="sql-type">{shortened(type, 40)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {result.shown.slice(from, to).map((row, index) => (
            <tr key={from + index}>
              {row.map((value, column) => (
                <Cell value={value} kind={result.kinds[column]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ value, kind }: { value: string | null; kind: ColumnKind | undefined }) {
  if (value === null)
    return (
      <td class="sql-null" data-type={kind}>
        NULL
      </td>
    );
  return <td data-type={kind}>{shortened(value, longestCell)}</td>;
}

const shortened = (text: string, most: number) => (text.length > most ? `${text.slice(0, most)}…` : text);
