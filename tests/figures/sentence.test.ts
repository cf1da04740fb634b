import { expect, test } from 'vitest';
import { sentenceFaults } from './sentence.ts';

test('a complete sentence has no faults', () => {
  for (const text of [
    'Yes: 4.2 points (95 % interval 4.1 to 4.4).',
    '4,523 of 4,576 rows are kept; “Drop it” drops −1.',
    'It is so. It is not.',
  ])
    expect(sentenceFaults(text)).toEqual([]);
});

test.each([
  ['', 'is empty'],
  ['yes.', 'does not begin'],
  ['Yes', 'does not end'],
  ['It is NaN.', 'value that is none'],
  ['It is undefined points.', 'value that is none'],
  ['It is so. ', 'white space'],
  ['It is  so.', 'white space'],
  ['It is\nso.', 'white space'],
  ['It is so ; no.', 'white space'],
  ['It is so..', 'stray stop'],
  ['It is -3.', 'hyphen'],
  ['It is (3.', 'bracket'],
])('“%s” %s', (text, fault) => {
  expect(sentenceFaults(text).join()).toContain(fault);
});
