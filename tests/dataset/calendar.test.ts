import { expect, test } from 'vitest';
import {
  daysInQuarter,
  monthName,
  monthsThrough,
  quarterIndex,
  quarterName,
  quartersOf,
  timeOf,
} from '../../src/dataset/calendar.ts';

test('the time of a day is its midnight in UTC, whatever the zone of the machine', () => {
  expect(timeOf('1970-01-01')).toBe(0);
  expect(timeOf('1970-01-02')).toBe(86_400_000);
  // 2024 has a leap day.
  expect(timeOf('2025-01-01') - timeOf('2024-01-01')).toBe(366 * 86_400_000);
});

test('time in quarters grows by one in a quarter of a mean year', () => {
  expect(quartersOf('1970-01-01')).toBe(0);
  // The Gregorian calendar repeats after 400 years.
  expect(quartersOf('2370-01-01')).toBe(1600);
  expect(quartersOf('2025-03-13') - quartersOf('2024-06-08')).toBeCloseTo(278 / daysInQuarter, 10);
});

test('calendar quarters', () => {
  expect(
    ['2024-01-01', '2024-03-31', '2024-04-01', '2024-12-31'].map((day) => quarterName(quarterIndex(day))),
  ).toEqual(['2024 Q1', '2024 Q1', '2024 Q2', '2024 Q4']);
  expect(quarterIndex('2025-01-01') - quarterIndex('2024-12-31')).toBe(1);
});

test('months from the first to the last, across a year', () => {
  expect(monthsThrough(['2025-01', '2024-11'])).toEqual(['2024-11', '2024-12', '2025-01']);
  expect(monthsThrough(['2024-07'])).toEqual(['2024-07']);
  expect(monthsThrough([])).toEqual([]);
});

test.each(['2024-7-1', '31.07.2024', '2024-07', '', '12024-07-31', '2024-07-311'])(
  '“%s” is not a day',
  (day) => {
    expect(() => timeOf(day)).toThrow(`“${day}” is not a day; expected the form 2024-07-31.`);
  },
);

test('the name of a month, from the month or from a day', () => {
  expect(monthName('2024-07')).toBe('Jul 2024');
  expect(monthName('2025-01-31')).toBe('Jan 2025');
});
