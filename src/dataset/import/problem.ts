/** One thing that is wrong with the file to import. */
export interface Problem {
  /** Our name of the column; absent for a column that the project does not keep or know. */
  column?: string | undefined;
  /** The Hub's name of the column. */
  upstream: string;
  /** Position of the run in the dataset, from 1; absent where the whole column is meant. */
  row?: number | undefined;
  /** What was found; absent where nothing was. */
  value?: unknown;
  /** The rule that is broken. */
  rule: string;
  /** What would be right. */
  right: string;
}

/** One problem in one line, for people. */
export function formatProblem({ column, upstream, row, value, rule, right }: Problem): string {
  const where = [
    row === undefined ? 'file' : `row ${row}`,
    column === undefined ? `column "${upstream}"` : `column ${column} ("${upstream}" on the Hub)`,
  ].join(', ');
  const found = value === undefined ? '' : ` found ${formatValue(value)};`;
  return `${where}:${found} ${rule}; right would be ${right}`;
}

const longest = 160;

function formatValue(value: unknown): string {
  const text =
    typeof value === 'number' || typeof value === 'bigint'
      ? String(value)
      : (JSON.stringify(value) ?? 'nothing');
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
