import { expect, test } from 'vitest';
import { linesOf } from '../../src/rendering/lines.ts';

test.each([
  // At 10 pixels a letter is taken as 5.4 wide: ten letters to a line of 54.
  ['one two three', 54, ['one two', 'three']],
  ['one two th', 54, ['one two th']],
  ['  one \n two ', 54, ['one two']],
  ['a https://a.b/cdefgh i', 54, ['a', 'https://a.', 'b/cdefgh i']],
  ['', 54, []],
  ['ab', 1, ['a', 'b']],
])('“%s” in %d pixels', (text, width, lines) => {
  expect(linesOf(text, width, 10)).toEqual(lines);
});
