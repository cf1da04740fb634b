import { expect, test } from 'vitest';
import { scorePerParameterBySize } from '../../src/figures/score-per-parameter-by-size.ts';
import { drawnRows, editions } from './draw.ts';
import { checkSizeClassBars } from './size-class-check.ts';

checkSizeClassBars(scorePerParameterBySize, 'average');

test.each(editions)('the takeaway says that the median falls on $preparation', async ({ query }) => {
  const takeaway = scorePerParameterBySize.takeaway(await drawnRows(scorePerParameterBySize, query));
  expect(takeaway).toContain('falls from class to class');
});

test('the takeaway follows the medians, by hand', () => {
  const say = (...medians: (number | null)[]) =>
    scorePerParameterBySize.takeaway(
      medians.map((value, index) => ({
        size: ['small', 'medium', 'large'][index]!,
        average: 'median',
        value,
      })),
    );
  expect(say(3, 2, 1)).toContain(' falls from class to class: 3.00 points');
  expect(say(3, 1, 2)).toContain(' does not fall');
  expect(say(3, 3, 1)).toContain(' does not fall');
  expect(say(3, null, 1)).toMatch(/^Too few/);
});
