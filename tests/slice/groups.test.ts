import { expect, test } from 'vitest';
import { fields } from '../../src/slice/fields.ts';
import { frontFields, moreFields } from '../../src/slice/groups.ts';

test('every field stands in one place of the bar', () => {
  const placed = [...frontFields, ...moreFields.flatMap(({ keys }) => keys)];
  expect(placed.toSorted()).toEqual(Object.keys(fields).toSorted());
});
