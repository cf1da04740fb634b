import { describe, expect, test } from 'vitest';

import { modelTypes } from '../../src/dataset/model-types.ts';
import { fields, type FieldKey } from '../../src/slice/fields.ts';
import { fieldTitle } from '../../src/slice/titles.ts';
import { facts, rowsOf } from '../report.ts';

test('every field is a URL parameter of its own name', () => {
  expect(Object.values(fields).map(({ key }) => key)).toEqual(Object.keys(fields));
});

test('a field is called as its column is, but for three with words of their own', () => {
  const titles = Object.fromEntries(Object.keys(fields).map((key) => [key, fieldTitle(key as FieldKey)]));
  expect(titles).toMatchObject({
    preparation: 'Preparation',
    name: 'Name contains',
    provider: 'Provider',
    size: 'Parameters',
    template: 'Chat template',
    mmlu_pro: 'MMLU-Pro',
    submitted: 'Submitted',
  });
  expect(Object.values(titles).every((title) => title !== '')).toBe(true);
});

describe('the options of a field part the models between them', () => {
  const parted = Object.values(fields).flatMap((field) =>
    'options' in field && field.options.every(({ sql }) => sql !== undefined) ? [field] : [],
  );

  test.each(parted)('$key', async ({ options }) => {
    const hits = options.map(({ sql }) => `CAST(${sql} AS INTEGER)`).join(' + ');
    const odd = await rowsOf('', `SELECT row FROM models WHERE (${hits}) IS DISTINCT FROM 1 ORDER BY row`);
    expect(odd).toEqual([]);
  });
});

test('every type of the table belongs to one option', () => {
  const known = fields.type.options.flatMap(({ sql }) =>
    [...sql!.matchAll(/'([^']+)'/g)].map(([, id]) => id),
  );
  expect(known.sort()).toEqual(Object.keys(modelTypes).sort());
  expect(new Set(facts('runs').map(({ type }) => type)).difference(new Set(known))).toEqual(new Set());
});
