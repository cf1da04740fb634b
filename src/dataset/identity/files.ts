import { parse } from 'csv-parse/sync';
import { nameKey } from './names.ts';

interface Correction {
  model: string;
  column: string;
  value: string;
}

/** The corrected sizes in the text of `corrections.csv`, in billions, by the key of a name. */
export function correctedSizes(text: string): Map<string, number> {
  const lines = parse(text, { columns: true }) as Correction[];
  return new Map(
    lines
      .filter(({ column }) => column === 'parameters_b')
      .map(({ model, value }) => [nameKey(model), Number(value)]),
  );
}
