import { parse } from 'csv-parse/sync';
import type { CorrectedShapes } from './models.ts';
import { nameKey } from './names.ts';

interface Correction {
  model: string;
  column: string;
  value: string;
}

/** What the text of `corrections.csv` corrects of what identity asks of a model. */
export function correctedShapes(text: string): CorrectedShapes {
  const lines = parse(text, { columns: true }) as Correction[];
  const of = <V>(name: string, read: (value: string) => V) =>
    new Map(
      lines
        .filter(({ column }) => column === name)
        .map(({ model, value }) => [nameKey(model), read(value)] as const),
    );
  return { architectures: of('architecture', String), sizes: of('parameters_b', Number) };
}
