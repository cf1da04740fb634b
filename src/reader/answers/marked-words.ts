import { valuesOf } from '../chart/value-marks.ts';
import { loadOnce } from '../load-once.ts';

/** The named numbers that a figure shows, by id, of each edition. */
type FigureNumbers = Record<string, { numbers?: Record<string, number> }>;

export const numbersOf = async (figure: HTMLElement): Promise<Record<string, number>> => {
  const file = await loadOnce<FigureNumbers>(`${figure.dataset.specs ?? ''}json`);
  return file[figure.dataset.preparation ?? 'reviewed']?.numbers ?? {};
};

export const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];

/** The numbers that an element of the text names: its own, or those that its words rest on. */
export function namedBy({ dataset: { stat, says } }: HTMLElement): string[] {
  if (stat !== undefined) return [stat];
  return [...new Set(says?.match(/[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+/g) ?? [])];
}

/** Values of numbers as the page shows them: those of its slice where it has one. */
export const inSlice = (id: string): number | undefined => {
  const value = all(`[data-stat="${CSS.escape(id)}"][data-value]`)[0]?.dataset.value;
  return value === undefined ? undefined : Number(value);
};

/** Marks the numbers and tested words of the text that a mark of a figure shows; none for null. */
export async function markTold(figure: HTMLElement, item: unknown): Promise<void> {
  const values = valuesOf(item);
  const numbers = values.length > 0 ? await numbersOf(figure) : {};
  const told = new Set(
    Object.entries(numbers).flatMap(([id, published]) =>
      values.includes(inSlice(id) ?? published) ? [id] : [],
    ),
  );
  for (const words of all(':is([data-stat], [data-says])'))
    words.classList.toggle(
      'is-told',
      told.size > 0 &&
        words.dataset.preparation === figure.dataset.preparation &&
        namedBy(words).some((id) => told.has(id)),
    );
}
