import { expect, test } from 'vitest';
import {
  chartForms,
  chartRows,
  choiceNamed,
  chooseChart,
  plotOf,
  withForm,
} from '../../src/sql/chart-choice.ts';
import { plots } from '../../src/figures/plots.ts';

const [bars, line, points] = chartForms;

test('days make a line, text makes bars, two columns of numbers make points', () => {
  expect(chooseChart(['text', 'day', 'number'])).toEqual({ form: line, x: 1, y: 2 });
  expect(chooseChart(['number', 'text'])).toEqual({ form: bars, x: 1, y: 0 });
  expect(chooseChart(['other', 'number', 'number'])).toEqual({ form: points, x: 1, y: 2 });
});

test('there is no chart without a column of numbers beside another', () => {
  expect(chooseChart(['number'])).toBeNull();
  expect(chooseChart(['number', 'other'])).toBeNull();
  expect(chooseChart(['text', 'day'])).toBeNull();
  expect(chooseChart([])).toBeNull();
});

test('another form keeps the columns that it can take', () => {
  const choice = chooseChart(['day', 'number', 'number', 'text'])!;
  expect(withForm(choice, points, ['day', 'number', 'number', 'text'])).toEqual({ form: points, x: 0, y: 1 });
  const barsOfText = chooseChart(['text', 'number', 'number'])!;
  expect(withForm(barsOfText, points, ['text', 'number', 'number'])).toEqual({ form: points, x: 2, y: 1 });
  expect(withForm(barsOfText, line, ['text', 'other'])).toBeNull();
});

test('every choice has a compiled chart', () => {
  for (const form of chartForms)
    for (const kind of form.x) expect(plots).toHaveProperty([plotOf({ form, x: 0, y: 1 }, [kind, 'number'])]);
});

test('rows without a value, or past the most that are drawn, are left out and counted', () => {
  const rows = [
    ['a', '1.5'],
    ['b', null],
    [null, '2'],
    ['c', 'inf'],
    ['d', '-1e-07'],
  ];
  expect(chartRows({ form: bars, x: 0, y: 1 }, ['text', 'number'], rows)).toEqual({
    rows: [
      { x: 'a', y: 1.5 },
      { x: 'd', y: -1e-7 },
    ],
    texts: [
      ['a', '1.5'],
      ['d', '-1e-07'],
    ],
    left: 3,
  });
  const many = Array.from({ length: 100 }, (_, index) => [String(index), '1']);
  expect(chartRows({ form: bars, x: 0, y: 1 }, ['number', 'number'], many)).toMatchObject({ left: 40 });
});

test('days and times are drawn at their moment in UTC, numbers as numbers', () => {
  const rows = [
    ['2024-06-12', '1'],
    ['2024-06-12 06:00:00', '2'],
  ];
  const midnight = Date.UTC(2024, 5, 12);
  expect(chartRows({ form: line, x: 0, y: 1 }, ['day', 'number'], rows).rows).toEqual([
    { x: midnight, y: 1 },
    { x: midnight + 6 * 3600 * 1000, y: 2 },
  ]);
  expect(chartRows({ form: points, x: 1, y: 1 }, ['day', 'number'], rows).rows).toEqual([
    { x: 1, y: 1 },
    { x: 2, y: 2 },
  ]);
});

test('the chart of an address is drawn where the columns of the result allow it', () => {
  expect(choiceNamed({ form: 'bars', x: 1, y: 0 }, ['number', 'text'])).toEqual({ form: bars, x: 1, y: 0 });
  expect(choiceNamed({ form: 'line', x: 0, y: 1 }, ['text', 'number'])).toBeNull();
  expect(choiceNamed({ form: 'bars', x: 0, y: 1 }, ['text', 'day'])).toBeNull();
  expect(choiceNamed({ form: 'bars', x: 0, y: 9 }, ['text', 'number'])).toBeNull();
});
