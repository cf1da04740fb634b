import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { recordedColumns } from '../../src/dataset/recorded.ts';
import { formatRuns, parseRuns } from '../../src/dataset/runs-file.ts';
import type { Field } from '../../src/dataset/datapackage.ts';
import { dataPackage, formatDataPackage, fieldOf } from '../../src/dataset/datapackage.ts';
import { fingerprint } from '../../src/dataset/fingerprint.ts';

const read = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../data/${name}`, import.meta.url)), 'utf8');
const text = read('runs.csv');
const runs = parseRuns(text);
const file = {
  count: runs.length,
  bytes: Buffer.byteLength(text),
  sha256: createHash('sha256').update(text).digest('hex'),
  fingerprint: fingerprint(runs),
};

it('is, in the repository, what the code says of the runs in the repository', () => {
  expect(read('datapackage.json')).toBe(formatDataPackage(file));
});

it('stands beside runs in the one form that the importer writes', () => {
  expect(formatRuns(runs)).toBe(text);
});

it('gives every column of every file a title and a description', () => {
  const { resources } = dataPackage(file);
  for (const { path, schema } of resources) {
    const names = schema.fields.map(({ name }) => name);
    expect(new Set(names).size, path).toBe(names.length);
    for (const { name, title, description } of schema.fields) {
      expect(title, `${path}: title of ${name}`).toMatch(/\S/);
      expect(description, `${path}: description of ${name}`).toMatch(/^\S.*\.$/);
    }
  }
});

it('lists the columns of runs.csv in file order', () => {
  const [resource] = dataPackage(file).resources;
  expect(resource!.schema.fields.map(({ name }) => name).join()).toBe(text.slice(0, text.indexOf('\n')));
});

it.each(['corrections', 'moe', 'cautions'])('lists the columns of %s.csv in file order', (name) => {
  const resource = dataPackage(file).resources.find((candidate) => candidate.name === name);
  const text = read(resource!.path);
  expect(resource!.schema.fields.map((field) => field.name).join()).toBe(text.slice(0, text.indexOf('\n')));
});

/** What is wrong with a value by its field: presence, type, allowed values, range, pattern. */
function faults({ type, constraints }: Field, value: string): string[] {
  const { required, enum: allowed, minimum, maximum, pattern } = constraints as Record<string, never>;
  if (value === '') return required ? ['required'] : [];
  const number = Number(value);
  const forms: Record<Field['type'], boolean> = {
    integer: Number.isInteger(number),
    number: Number.isFinite(number),
    boolean: value === 'true' || value === 'false',
    date: /^\d{4}-\d\d-\d\d$/.test(value),
    string: true,
  };
  return [
    ...(forms[type] ? [] : [type]),
    ...(allowed === undefined || (allowed as string[]).includes(value) ? [] : ['enum']),
    ...(minimum === undefined || number >= minimum ? [] : ['minimum']),
    ...(maximum === undefined || number <= maximum ? [] : ['maximum']),
    ...(pattern === undefined || new RegExp(`^(?:${pattern})$`).test(value) ? [] : ['pattern']),
  ];
}

it.each(['runs', 'corrections', 'moe', 'cautions'])('holds for every value of %s.csv', (name) => {
  const { path, schema } = dataPackage(file).resources.find((candidate) => candidate.name === name)!;
  const records = parse(read(path), { columns: true }) as Record<string, string>[];
  expect(records.length).toBeGreaterThan(0);
  const wrong = records.flatMap((record, index) =>
    (schema.fields as readonly Field[]).flatMap((field) =>
      faults(field, record[field.name]!).map(
        (rule) => `${path}, record ${index + 1}, ${field.name}: ${record[field.name]} (${rule})`,
      ),
    ),
  );
  expect(wrong).toEqual([]);
  const key = [schema.primaryKey].flat();
  const keys = records.map((record) => key.map((column) => record[column]).join('\n'));
  expect(new Set(keys).size).toBe(keys.length);
});

it('turns the facts about a column into a Table Schema field', () => {
  expect(fieldOf(recordedColumns.find(({ name }) => name === 'co2_kg')!)).toMatchObject({
    name: 'co2_kg',
    title: 'CO₂ cost (kg)',
    type: 'number',
    unit: 'kg CO₂',
    constraints: { required: true, minimum: 0 },
  });
  expect(fieldOf(recordedColumns.find(({ name }) => name === 'upload_date')!)).toMatchObject({
    type: 'date',
    format: '%Y-%m-%d',
    constraints: { required: false },
  });
  expect(fieldOf(recordedColumns.find(({ name }) => name === 'precision')!).constraints).toEqual({
    required: true,
    enum: ['bfloat16', 'float16', '4bit'],
  });
  expect(fieldOf(recordedColumns.find(({ name }) => name === 'evaluation')!).constraints).toEqual({
    required: true,
    unique: true,
  });
});
