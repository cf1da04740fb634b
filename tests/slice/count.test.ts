import { expect, test } from 'vitest';
import { countQuery } from '../../src/slice/count.ts';
import { estimatesOf, oneRow, sliceOf } from '../report.ts';

test.each([
  '',
  'preparation=prepared',
  'size=9-40&type=chat',
  'preparation=prepared&license=none&moe=yes',
  'size=900-',
])('the count of “%s” is the number of models that the page names', async (query) => {
  const { models } = await oneRow(countQuery(sliceOf(query)).sql);
  expect(models).toBe((await estimatesOf(query, 'models.count'))['models.count']!.value);
});

test('the count does not ask the views of another slice', async () => {
  await estimatesOf('size=900-', 'models.count');
  expect(await oneRow(countQuery(sliceOf('')).sql)).toEqual({ models: 4494 });
});
