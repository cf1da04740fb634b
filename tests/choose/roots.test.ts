import { expect, test } from 'vitest';
import { originsOf } from '../../src/choose/roots.ts';
import { tableModel } from '../finder/table-model.ts';

const model = (identity: string, facts: Partial<Parameters<typeof tableModel>[0]> = {}) =>
  tableModel({ model: identity, identity, lineage: identity, ...facts });
const known = [
  model('o/free', { license: 'apache-2.0' }),
  model('o/bound', { license: 'llama3.1' }),
  model('o/silent', { license: 'unknown' }),
  model('o/mid', { license: 'gemma', root: 'o/free', lineage: 'o/free' }),
];
const originOf = (facts: Partial<Parameters<typeof tableModel>[0]>) =>
  originsOf([...known, model('o/m', facts)]).at(-1);

test('a model of its own lineage descends from none', () => {
  expect(originOf({})).toEqual({ isRoot: true, root: null, root_license: null });
});

test('a model is bound by its root; a lineage that nothing names settles no licence', () => {
  const bound = { isRoot: false, root: 'o/bound', root_license: 'llama3.1' };
  expect(originOf({ root: 'o/bound', lineage: 'o/bound' })).toEqual(bound);
  const unknown = { isRoot: false, root: null, root_license: null };
  expect(originOf({ lineage: 'o/bound' })).toEqual(unknown);
  expect(originOf({ lineage: 'o/free' })).toEqual(unknown);
  expect(originOf({ root: 'o/free', lineage: 'o/free' })).toEqual({
    isRoot: false,
    root: 'o/free',
    root_license: 'apache-2.0',
  });
});

test('a parent whose licence is not free binds more than a free root', () => {
  expect(originOf({ root: 'o/free', lineage: 'o/free', parent: 'o/mid' })).toEqual({
    isRoot: false,
    root: 'o/mid',
    root_license: 'gemma',
  });
});

test('a root that is itself a tune hands on what its own pretrained model asks', () => {
  const [tune, end] = [model('o/tune', { license: 'mit', lineage: 'o/bound' }), known];
  const child = model('o/m', { license: 'mit', root: 'o/tune', lineage: 'o/bound' });
  expect(originsOf([...end, tune, child]).at(-1)).toEqual({
    isRoot: false,
    root: 'o/bound',
    root_license: 'llama3.1',
  });
});

test('what lies between and is not known leaves the licence open', () => {
  const open = (root: string | null) => ({ isRoot: false, root, root_license: null });
  expect(originOf({ root: 'o/stranger', lineage: 'o/free' })).toEqual(open('o/stranger'));
  expect(originOf({ root: 'o/silent', lineage: 'o/silent' })).toEqual(open('o/silent'));
  // A lineage that is an architecture and a size, and one that ends at a model with another lineage.
  expect(originOf({ lineage: 'LlamaForCausalLM 8B' })).toEqual(open(null));
  expect(originOf({ root: 'o/mid', lineage: 'o/mid' })).toEqual({
    isRoot: false,
    root: 'o/mid',
    root_license: 'gemma',
  });
});
