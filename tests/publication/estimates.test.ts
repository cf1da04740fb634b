import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { Column } from '../../src/dataset/column.ts';
import { ofEstimates } from '../../src/dataset/estimates.ts';
import { estimates as table, publishedModels } from '../../src/dataset/tables.ts';
import { loadModelTable } from '../../src/finder/model-table.ts';
import { profileOf, rankOf } from '../../src/finder/profile.ts';
import { estimateRows } from '../../src/publication/estimates.ts';
import { modelsFile } from '../../src/publication/files.ts';
import { publication } from '../../src/publication/publication.ts';
import { carbonLabelOf } from '../../src/statistics/carbon-label.ts';
import { report } from '../report.ts';

const published = await publication();
const rows = estimateRows(published);

describe.each(['reviewed', 'prepared'] as const)('estimates of the %s models', (preparation) => {
  const own = rows.filter((row) => row.preparation === preparation);

  test('are of every model, once, in the order of the dataset', () => {
    expect(own.map(({ row }) => row)).toEqual(published[preparation].models.map(({ row }) => row));
  });

  test('are what the model finder shows of each', async () => {
    const { models } = await loadModelTable(await report(), preparation);
    expect(models).toHaveLength(own.length);
    models.forEach(({ row }, at) => {
      const { place, low, high } = rankOf(models, at);
      expect(own[at]).toMatchObject({ row, rank: place, rank_low: low, rank_high: high });
    });
    for (let at = 0; at < models.length; at += 150) {
      const { carbonFold } = profileOf(models, at);
      const { carbon_fold, carbon_label } = own[at]!;
      if (carbonFold === null) expect([carbon_fold, carbon_label]).toEqual([null, null]);
      else {
        expect(carbon_fold).toBeCloseTo(carbonFold, 4);
        expect(carbon_label).toBe(carbonLabelOf(carbonFold).letter);
      }
    }
  });
});

test('the rows have the columns that are described, of their type and within their bounds', () => {
  const columns = Object.values<Column>(table.columns);
  const types = { integer: 'number', number: 'number', string: 'string', boolean: 'boolean', date: 'string' };
  for (const row of rows) {
    expect(Object.keys(row)).toEqual(columns.map(({ name }) => name));
    for (const { name, type, required, minimum, values } of columns) {
      const value = row[name]!;
      if (value === null) expect(required, name).toBe(false);
      else {
        expect(typeof value, name).toBe(types[type]);
        if (type === 'integer') expect(Number.isInteger(value), name).toBe(true);
        if (minimum !== undefined) expect(value, name).toBeGreaterThanOrEqual(minimum);
        if (values) expect(values, name).toContain(value);
      }
    }
  }
});

test('a rank lies in its interval', () => {
  const outside = rows.filter(
    ({ rank, rank_low, rank_high }) => Number(rank_low) > Number(rank) || Number(rank) > Number(rank_high),
  );
  expect(outside).toEqual([]);
});

test('ranks by weights are those of the figure, for the models that it draws', () => {
  const { rows: drawn } = published.reviewed.figures['rank-robustness']!;
  const of = new Map(published.reviewed.models.map(({ model, row }) => [model, row]));
  const own = new Map(rows.filter((row) => row.preparation === 'reviewed').map((row) => [row.row, row]));
  expect(drawn.length).toBeGreaterThan(40);
  for (const row of drawn) {
    const estimates = own.get(of.get(row.model!)!)!;
    expect([estimates.weights_rank_low, estimates.weights_rank_high]).toEqual([
      row.weights_low,
      row.weights_high,
    ]);
  }
});

test('models.csv has them behind what the table has', () => {
  const lines: Record<string, string>[] = parse(modelsFile(published), { columns: true });
  const names = Object.keys(ofEstimates);
  expect(Object.keys(lines[0]!)).toEqual(Object.keys(publishedModels.columns));
  expect(Object.keys(lines[0]!).slice(-names.length)).toEqual(names);
  const reviewed = new Map(
    rows.filter((row) => row.preparation === 'reviewed').map((row) => [String(row.row), row]),
  );
  expect(lines).toHaveLength(reviewed.size);
  for (const line of lines) {
    const expected = reviewed.get(line.row!)!;
    for (const name of names) expect(line[name], name).toBe(String(expected[name] ?? ''));
  }
});
