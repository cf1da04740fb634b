import { describeSlice, preparationOf, type Slice } from '../slice/slice.ts';

/** The slice in words, as one phrase. */
export function sliceWords(slice: Slice): string {
  const words = describeSlice(slice);
  if (preparationOf(slice) === 'prepared') words.push('the notebook’s preparation');
  return words.length === 0 ? 'all models' : words.join(', ');
}
