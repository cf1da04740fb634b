import { medianOf, quantileOf, type Measurement, type Section } from './measurement.ts';

const digits = { s: 2, ms: 0, KB: 1, MB: 1, requests: 0, count: 0 } as const;

const write = (value: number, unit: Measurement['unit']) =>
  `${value.toFixed(digits[unit])}${unit === 'count' ? '' : ` ${unit}`}`;

/** Whether the median meets the target; undefined where there is none. */
export const isMet = ({ values, target }: Measurement): boolean | undefined =>
  target === undefined ? undefined : medianOf(values) < target;

function measurementRow(measurement: Measurement): string[] {
  const { what, unit, values, target } = measurement;
  return [
    what,
    String(values.length),
    write(medianOf(values), unit),
    values.length > 1 ? write(quantileOf(values, 0.95), unit) : '',
    target === undefined ? '' : `< ${target} ${unit}`,
    target === undefined ? '' : isMet(measurement) ? 'met' : 'not met',
  ];
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** The sections as Markdown, one table each. */
export function markdown(sections: readonly Section[]): string {
  return sections
    .map(({ title, notes, measurements, table }) => {
      const head = table?.head ?? ['Measured', 'n', 'Median', 'p95', 'Target', ''];
      const rows = table?.rows ?? measurements.map(measurementRow);
      const numeric = (column: number) => rows.every((row) => /^(\d|NaN|$)/.test(row[column] ?? ''));
      const rule = head.map((_, index) => (numeric(index) ? '--:' : '---'));
      return [`## ${title}`, '', ...[head, rule, ...rows].map(line), '', ...notes, ''].join('\n');
    })
    .join('\n');
}
