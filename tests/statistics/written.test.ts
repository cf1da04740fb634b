import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { statisticsIn, withStatistics } from '../../src/statistics/written.ts';

const estimates = { 'scaling.r2': { value: 0.4123, n: 4494, low: 0.27, high: 0.54 } };

test('a text has the statistics that it names, with their interval where it asks for it', () => {
  const text = 'Size explains {scaling.r2}, or {scaling.r2 interval}.';
  expect(statisticsIn(text)).toEqual(['scaling.r2', 'scaling.r2']);
  expect(withStatistics(text, estimates)).toBe('Size explains 41\u00a0%, or 41\u00a0% (27 to 54\u00a0%).');
});

test('a name that is no statistic is refused', () => {
  expect(() => withStatistics('{scaling.r3}', estimates)).toThrow('scaling.r3, which is no statistic');
});

test('a unit has the scale of one entry of the glossary', () => {
  const folder = 'content/concepts';
  const units = readdirSync(folder).flatMap((file) =>
    (/^units: "(.*)"$/m.exec(readFileSync(`${folder}/${file}`, 'utf8'))?.[1] ?? '')
      .split(', ')
      .filter(Boolean),
  );
  expect(units).toContain('points');
  expect(units.filter((unit, at) => units.indexOf(unit) !== at)).toEqual([]);
});
