import { expect, test } from 'vitest';
import { monthName } from '../../../src/figures/parts/month-names.ts';

test('a month by name', () => {
  expect(['2024-01', '2024-09', '2025-12'].map(monthName)).toEqual(['Jan 2024', 'Sep 2024', 'Dec 2025']);
});
