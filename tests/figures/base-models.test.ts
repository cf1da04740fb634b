import { expect, test } from 'vitest';
import { baseModels } from '../../src/figures/base-models.ts';
import { askSlice } from '../../src/slice/ask.ts';
import { wholeTable } from '../../src/slice/slice.ts';
import { report, smallReport } from '../report.ts';
import { drawnRows, editions } from './draw.ts';

test.each(editions)('every bar by SQL on $preparation', async ({ preparation, query }) => {
  const own = await (
    await report()
  ).query(
    `WITH named AS (SELECT i.root AS base, i.model FROM ${preparation} JOIN identity AS i USING (model) WHERE i.root IS NOT NULL)
     SELECT lower(base) AS base, CAST(count(*) AS INTEGER) AS models, CAST(count(DISTINCT split_part(model, '/', 1)) AS INTEGER) AS organisations
     FROM named GROUP BY lower(base) ORDER BY models DESC, lower(base)`,
  );
  const rows = await drawnRows(baseModels, query);
  expect(rows).toHaveLength(11);
  expect(rows.slice(0, 10).map(({ models }) => models)).toEqual(own.slice(0, 10).map(({ models }) => models));
  for (const { base, models, organisations } of rows.slice(0, 10))
    expect(own).toContainEqual({ base: String(base).toLowerCase(), models, organisations });
  expect(baseModels.n(rows)).toBe(own.reduce((sum, row) => sum + Number(row.models), 0));
});

test('a root has the caution of the table, under its current name', async () => {
  const engine = await smallReport(
    [
      { model: 'old/root' },
      { model: 'a/x', base_model: 'old/root' },
      { model: 'b/y', base_model: 'b/plain' },
      { model: 'b/plain' },
    ],
    [],
    [],
    [{ model: 'old/root', kind: 'flagged', evidence: 'a complaint', source: 'a test' }],
    [
      { model: 'old/root', identity: 'new/root' },
      { model: 'a/x', root: 'new/root' },
    ],
  );
  const ask = await askSlice(engine, wholeTable);
  const rows = baseModels.derive(await ask(baseModels.sql));
  expect(rows.map(({ base, caution }) => [base, caution])).toEqual([
    ['b/plain', null],
    ['new/root', 'flagged by the maintainers'],
    ['all roots', null],
  ]);
});

test('the takeaway tells models from organisations, by hand', () => {
  const one = (base: string, organisation: string, models: number) => ({
    base,
    organisation,
    caution: null,
    models,
  });
  const rows = baseModels.derive([one('a/x', 'o', 9), one('b/y', 'o', 1), one('b/y', 'p', 1)]);
  expect(baseModels.takeaway(rows)).toBe(
    'The most common root is a/x with 9 models of 1 organisation; the one of the most organisations is b/y with 2 models of 2 organisations.',
  );
  expect(rows.map(({ share }) => share)).toEqual([9 / 11, 2 / 11, null]);
  expect(baseModels.takeaway(baseModels.derive([one('a/x', 'o', 10)]))).toBe(
    'The most common root is a/x with 10 models of 1 organisation.',
  );
  expect(baseModels.takeaway(baseModels.derive([one('a/x', 'o', 9)]))).toMatch(/^Fewer than 10/);
  expect(baseModels.alt(baseModels.derive([]))).toContain('0 models');
});
