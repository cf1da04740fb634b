import { expect, test } from 'vitest';
import { heightOfRow } from '../../src/explorer/row-height.ts';
import { shownColumns } from '../../src/explorer/table-columns.ts';
import { rowHeight } from '../../src/explorer/use-virtual-rows.ts';
import { modelRow } from './model-row.ts';

const columns = shownColumns(['average', 'base_model']);
const widths = [320, 112, 160];
const rowWith = (facts: { model: string; base_model?: string; caution?: string }) =>
  ({ ...modelRow(1, {}), base_model: null, ...facts }) as unknown as Parameters<typeof heightOfRow>[0];
const high = (facts: Parameters<typeof rowWith>[0], scale = 1) =>
  heightOfRow(rowWith(facts), columns, { widths, scale });

test('a row has two lines, and more where its words need more', () => {
  expect(high({ model: 'a'.repeat(60) })).toBe(rowHeight);
  expect(high({ model: 'a'.repeat(70) })).toBe(rowHeight + 17);
  expect(high({ model: 'a', base_model: 'b'.repeat(60) })).toBe(rowHeight + 2 * 17);
  // What stands behind a name takes room from it.
  expect(high({ model: 'a'.repeat(60), caution: 'flagged' })).toBe(rowHeight + 17);
});

test('it grows with the letters, and is of the usual height until the columns have their widths', () => {
  expect(high({ model: 'a' }, 2)).toBe(2 * rowHeight);
  expect(heightOfRow(rowWith({ model: 'a'.repeat(90) }), columns, { widths: [], scale: 1 })).toBe(rowHeight);
});
