interface Parts {
  year: number;
  month: number;
  date: number;
}

/** Days that were read: a table has a few hundred of them in thousands of rows. */
const read = new Map<string, Parts>();

/** The parts of a day written 2024-07-31. Throws a RangeError for another form. */
function parts(day: string): Parts {
  const known = read.get(day);
  if (known) return known;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day))
    throw new RangeError(`“${day}” is not a day; expected the form 2024-07-31.`);
  const found = { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8)) };
  read.set(day, found);
  return found;
}

/** Midnight of a day in UTC, in milliseconds since 1970, as charts take time. */
export function timeOf(day: string): number {
  const { year, month, date } = parts(day);
  return Date.UTC(year, month - 1, date);
}

/** Days in a quarter of a mean Gregorian year. */
export const daysInQuarter = 365.2425 / 4;

/** Time of a day in quarters of a mean year since 1970. */
export const quartersOf = (day: string): number => timeOf(day) / 86_400_000 / daysInQuarter;

/** The calendar quarter of a day, counted from the year 0; neighbours differ by one. */
export function quarterIndex(day: string): number {
  const { year, month } = parts(day);
  return year * 4 + Math.floor((month - 1) / 3);
}

/** Name of a calendar quarter given by its index, like 2024 Q3. */
export const quarterName = (index: number): string => `${Math.floor(index / 4)} Q${(index % 4) + 1}`;

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A month written 2024-07, or that of a day, as Jul 2024. */
export function monthName(month: string): string {
  const [year, number] = month.split('-');
  return `${monthNames[Number(number) - 1] ?? ''} ${year}`;
}

/** Months, written 2024-07, from the first to the last of the given ones; none for none. */
export function monthsThrough(months: readonly string[]): string[] {
  const indexes = months.map((month) => {
    const { year, month: number } = parts(`${month}-01`);
    return year * 12 + number - 1;
  });
  if (indexes.length === 0) return [];
  const first = Math.min(...indexes);
  const name = (index: number) =>
    `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
  return Array.from({ length: Math.max(...indexes) - first + 1 }, (_, i) => name(first + i));
}
