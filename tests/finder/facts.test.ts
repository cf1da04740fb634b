import { expect, test } from 'vitest';
import { factsOf, goneIn, licenceIn } from '../../src/finder/facts.ts';
import { modelTableOf } from '../../src/finder/model-table.ts';
import { tableModel } from './table-model.ts';

const family = { runs: [], corrections: [], moe: null, caution: null };

test('facts say what a model is among all, and of every model that they name whether it is there', () => {
  const table = modelTableOf([
    tableModel({
      row: 1,
      model: 'o/root',
      identity: 'o/root',
      average: 10,
      caution: 'flagged',
      on_hub: false,
    }),
    tableModel({
      row: 2,
      model: 'o/child',
      identity: 'o/child',
      root: 'o/root',
      average: 12,
      copy_of: 'o/gone',
    }),
    tableModel({ row: 3, model: 'O/Child', identity: 'o/other' }),
  ]);
  const facts = factsOf(table, 1, family);
  expect(facts).toMatchObject({
    model: { row: 2, model: 'o/child', average: 12 },
    of: 3,
    twins: 2,
    relations: { root: { base: 'o/root', average: { change: 2 } }, descendants: [] },
    family,
    cautions: { 'o/root': 'flagged' },
    gone: [0],
    strangers: ['o/gone'],
  });
  expect([...goneIn(facts)]).toEqual(['o/root']);
  expect(facts.neighbours.map(({ model }) => model)).toEqual(['o/root', 'O/Child']);
  expect(Object.keys(facts.model).filter((key) => key.endsWith('_raw'))).toEqual([]);
  expect(factsOf(table, 0, family).relations.descendants).toEqual([{ name: 'o/child', change: 2 }]);
});

test('facts say the licence of the model that binds it besides its own, and how far others are as it is written', () => {
  const [root, child, other] = [
    tableModel({ row: 1, model: 'o/root', identity: 'o/root', lineage: 'o/root', license: 'llama3.1' }),
    tableModel({
      row: 2,
      model: 'o/child',
      identity: 'o/child',
      root: 'o/root',
      lineage: 'o/root',
      license: 'mit',
      bbh_raw: 1,
    }),
    tableModel({
      row: 3,
      model: 'o/other',
      identity: 'o/other',
      lineage: 'o/assumed',
      license: 'mit',
      bbh_raw: 0.3,
    }),
  ];
  const table = modelTableOf([root, child, other]);
  const licences = [0, 1, 2].map((at) => licenceIn(factsOf(table, at, family)));
  expect(licences).toEqual(['llama3.1', 'mit, but llama3.1 of o/root', 'mit; root not known']);
  expect('origin' in factsOf(table, 2, family)).toBe(false);
  for (const { distance } of factsOf(table, 1, family).neighbours)
    expect(String(distance)).toMatch(/^\d(?:\.\d{1,2})?$/);
});

test('facts of a copy say whether its original was asked in the other format', () => {
  const table = modelTableOf([
    tableModel({ row: 1, model: 'o/plain', chat_template: false }),
    tableModel({ row: 2, model: 'o/same', copy_of: 'o/plain', chat_template: false }),
    tableModel({ row: 3, model: 'o/chat', copy_of: 'o/plain', chat_template: true }),
    tableModel({ row: 4, model: 'o/alone', copy_of: 'o/gone', chat_template: true }),
  ]);
  const otherwise = table.models.map((_, at) => factsOf(table, at, family).originalAskedOtherwise);
  expect(otherwise).toEqual([undefined, undefined, true, undefined]);
});
