import type { Engine } from '../../engine/engine.ts';
import { countInWords } from '../../figures/few.ts';
import { filtersOf } from '../../slice/facets.ts';
import { answeredAs, sameSlice, type Slice } from '../../slice/slice.ts';
import { countModels } from './count.ts';
import type { Offer } from './machine.ts';
import { unknownNames } from './unknown-names.ts';

/** With fewer models the reader is told that the slice is small. */
const fewModels = 30;

/** What the reader should know of a slice that has been counted: names that no model has, few models. Opens the engine only for a slice with names and for an empty one. */
export async function remarksOn(
  opening: () => Promise<Engine>,
  slice: Slice,
  models: number,
  signal: AbortSignal,
): Promise<(string | Offer)[]> {
  const unknown = (await unknownNames(opening, slice, signal)).flatMap(({ what, name, nearest, instead }) => {
    const missing = `No model has the ${what} “${name}”.`;
    if (!nearest) return [missing];
    return [
      `${missing} The nearest name is “${nearest.name}”, with ${countInWords(nearest.models, 'models')}.`,
      { text: `Take “${nearest.name}”`, press: { type: 'chosen' as const, slice: instead } },
    ];
  });
  const ignored = !sameSlice(slice, answeredAs(slice))
    ? ['The notebook’s preparation leaves no choice of the analysis: those of the address are left aside.']
    : [];
  const { averages, peers, intervals } = answeredAs(slice);
  const beside = [
    averages || peers
      ? [
          'Claims are judged on the averages and peers that are chosen; numbers in the text stay what they are called.',
        ]
      : [],
    intervals
      ? ['Claims and numbers in the text have the intervals that are chosen; figures have their own.']
      : [],
  ].flat();
  const remarks = [...unknown, ...ignored, ...beside];
  if (models >= fewModels) return remarks;
  if (models === 0)
    return [...remarks, 'No model is in this slice.', ...(await waysOut(await opening(), slice, signal))];
  return [
    ...remarks,
    `Only ${models === 1 ? 'one model is' : `${models} models are`} in this slice: many numbers have too few to be shown, and the others hang on single models.`,
  ];
}

/** What takes one filter out of a slice that keeps no model, for each that then leaves some. */
async function waysOut(engine: Engine, slice: Slice, signal: AbortSignal): Promise<Offer[]> {
  const ways: Offer[] = [];
  for (const { words, without } of filtersOf(answeredAs(slice))) {
    const models = await countModels(engine, without, signal);
    if (models > 0)
      ways.push({
        text: `Without “${words}”: ${countInWords(models, 'models')}`,
        press: { type: 'chosen', slice: without },
      });
  }
  return ways;
}
