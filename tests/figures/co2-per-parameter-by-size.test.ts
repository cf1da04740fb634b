import { expect, test } from 'vitest';
import { co2PerParameterBySize } from '../../src/figures/co2-per-parameter-by-size.ts';
import { drawnRows, editions } from './draw.ts';
import { checkSizeClassBars } from './size-class-check.ts';

checkSizeClassBars(co2PerParameterBySize, 'co2');

const sizes = ['small', 'medium', 'large'] as const;

test.each(editions)('the averages disagree on $preparation', async ({ query }) => {
  const rows = await drawnRows(co2PerParameterBySize, query);
  const least = (average: string) => {
    const value = (size: string) =>
      Number(rows.find((row) => row.size === size && row.average === average)?.value);
    return sizes.toSorted((a, b) => value(a) - value(b))[0];
  };
  expect([least('mean'), least('median'), least('pooled')]).toEqual(['medium', 'small', 'small']);
  expect(co2PerParameterBySize.takeaway(rows)).toMatch(/mean .*medium .*median .*small .*pooled .*small/);
});

test('the takeaway names one class where all averages agree, and none where one is missing', () => {
  const say = (values: Record<(typeof sizes)[number], number | null>) =>
    co2PerParameterBySize.takeaway(
      sizes.flatMap((size) =>
        ['mean', 'median', 'pooled'].map((average) => ({ size, average, value: values[size] })),
      ),
    );
  expect(say({ small: 0.3, medium: 0.2, large: 0.1 })).toMatch(
    /All three averages put large models first.*0\.10/,
  );
  expect(say({ small: 0.3, medium: null, large: 0.1 })).toMatch(/^Too few/);
});
