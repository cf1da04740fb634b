import { expect, test, vi } from 'vitest';
import { createOnDemand } from '../../src/engine/on-demand.ts';

test('a table comes with the first text that names it, once', async () => {
  const add = vi.fn(() => Promise.resolve());
  const coming = createOnDemand(['estimates', 'others'], add);
  expect(coming('SELECT * FROM models')).toBeUndefined();
  expect(coming('SELECT * FROM my_estimates JOIN estimates_2')).toBeUndefined();
  expect(add).not.toHaveBeenCalled();
  await Promise.all([coming('FROM estimates'), coming('SELECT "Estimates".rank FROM ESTIMATES')]);
  expect(add.mock.calls).toEqual([['estimates']]);
  expect(coming('FROM estimates')).toBeUndefined();
  await coming('FROM estimates, others');
  expect(add.mock.calls).toEqual([['estimates'], ['others']]);
});

test('what failed is asked for again by the next text', async () => {
  const add = vi.fn(() => Promise.resolve()).mockRejectedValueOnce(new Error('no answer'));
  const coming = createOnDemand(['estimates'], add);
  await expect(coming('FROM estimates')).rejects.toThrow('no answer');
  await coming('FROM estimates');
  expect(coming('FROM estimates')).toBeUndefined();
  expect(add).toHaveBeenCalledTimes(2);
});
