import { expect, test } from 'vitest';
import { newFigure } from '../../src/templates/figure.ts';
import { drawnRows, editions } from '../figures/draw.ts';
import { report } from '../report.ts';

test.each(editions)('every row by SQL of its own on $preparation', async ({ preparation, query }) => {
  const own = await (
    await report()
  ).query(
    `SELECT DISTINCT type, CAST((SELECT count(*) FROM ${preparation} AS other WHERE other.type = each.type) AS INTEGER) AS models
    FROM ${preparation} AS each ORDER BY models DESC, type`,
  );
  expect(await drawnRows(newFigure, query)).toEqual(own);
});

test('the takeaway by hand', () => {
  const rows = [
    { type: 'chat', models: 3 },
    { type: 'merge', models: 1 },
  ];
  expect(newFigure.takeaway(rows)).toBe('Most are of the type “chat”: 3 of 4.');
  expect(newFigure.takeaway([])).toBe('There are 0 models to count.');
  expect(newFigure.n(rows)).toBe(4);
});
