import type { Engine } from '../../engine/engine.ts';
import type { Slice } from '../../slice/slice.ts';
import { goToSlice } from '../reader-slice.ts';
import { button } from './button.ts';
import { unknownNames } from './unknown-names.ts';

/** With fewer models the reader is told that the slice is small. */
const fewModels = 30;

/** What the reader should know of a slice that has been counted: names that no model has, few models. */
export async function remarksOn(
  engine: Engine,
  slice: Slice,
  models: number,
  signal: AbortSignal,
): Promise<(string | Node)[]> {
  const unknown = (await unknownNames(engine, slice, signal)).flatMap(({ what, name, nearest, instead }) => {
    const missing = `No model has the ${what} “${name}”.`;
    if (!nearest) return [missing];
    const count = nearest.models === 1 ? 'one model' : `${nearest.models.toLocaleString('en')} models`;
    return [
      `${missing} The nearest name is “${nearest.name}”, with ${count}.`,
      button(`Take “${nearest.name}”`, () => goToSlice(instead)),
    ];
  });
  if (models >= fewModels) return unknown;
  const few =
    models === 0
      ? 'No model is in this slice.'
      : `Only ${models === 1 ? 'one model is' : `${models} models are`} in this slice: many numbers have too few to be shown, and the others hang on single models.`;
  return [...unknown, few];
}
