import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/search/entry.ts';
import { entriesOf, modelsOf } from '../../src/search/entry.ts';
import { excerptOf, findModels, folded, readsAsName, searchOver } from '../../src/search/find.ts';
import { searchFile } from '../../src/site/search-entries.ts';

const entry = (kind: Entry['kind'], title: string, text = '', page = ''): Entry => ({
  kind,
  title,
  page,
  address: `${title.toLowerCase()}/`,
  text,
});
const entries = [
  entry('text', 'Carbon', 'The cost of an evaluation in CO₂.'),
  entry('text', 'Size', 'Carbon is told elsewhere; the elasticity of scores is here.'),
  entry('glossary', 'Elasticity', 'Percent for percent.'),
  entry('number', 'percent more CO₂', 'co2.elasticity.small'),
  entry('figure', 'Mixture of Experts', 'What experts cost.'),
];
const titles = (text: string) =>
  [...searchOver(entries)(text).places].flatMap(([kind, found]) =>
    found.map(({ title }) => `${kind}: ${title}`),
  );

test('folded takes away accents and raises subscripts', () => {
  expect(folded('Émission CO₂')).toBe('emission co2');
});

describe('searchOver', () => {
  test('puts what is named so before what mentions it, and terms before text', () => {
    expect(titles('carbon')).toEqual(['text: Carbon', 'text: Size']);
    expect(titles('elasticity')).toEqual(['glossary: Elasticity', 'text: Size', 'number: percent more CO₂']);
  });

  test('asks for all words, and for some where no place has them all', () => {
    expect(titles('carbon elasticity')).toEqual(['text: Size']);
    expect(titles('carbon quokka')).toEqual(['text: Carbon', 'text: Size']);
    expect(searchOver(entries)('carbon quokka').without).toEqual(['quokka']);
    expect(searchOver(entries)('carbon elasticity').without).toEqual([]);
    expect(titles('carbon elasticity quokka')).toEqual(['text: Size']);
    expect(titles('quokka')).toEqual([]);
  });

  test('finds beginnings, misspellings, subscripts and the parts of an id', () => {
    expect(titles('elast')).toContain('glossary: Elasticity');
    expect(titles('mixtur of exprts')).toEqual(['figure: Mixture of Experts']);
    expect(titles('CO2')).toEqual(['text: Carbon', 'number: percent more CO₂']);
    expect(titles('co2.elasticity.small')).toEqual(['number: percent more CO₂']);
  });

  test('takes figures as they are: none is the beginning of a longer one, or misspelt', () => {
    const found = searchOver([
      entry('text', 'Share', 'It is 57 of 32768.'),
      entry('text', 'Name', 'qwen2.5'),
    ]);
    for (const text of ['5 share', '3276', '32769', 'qwen3'])
      expect(found(text).words, text).not.toContain('57');
    expect(found('3276').places.size).toBe(0);
    expect(found('32769').places.size).toBe(0);
    expect([...found('32768').places.values()].flat()).toHaveLength(1);
  });

  test('small words and nothing find nothing', () => {
    for (const text of ['', ' ', 'the of', '<>', '%']) expect(titles(text)).toEqual([]);
  });
});

test('a name has a slash within, or a word of letters and figures', () => {
  for (const name of [
    'Qwen2.5-32B-Instruct',
    'phi4',
    'gemma2 9b it',
    'microsoft/phi-4',
    'llama3.1-8b instruct',
  ])
    expect(readsAsName(name), name).toBe(true);
  for (const words of ['carbon', 'CO2', '24 GB', 'KV cache', '57', 'score / size', ''])
    expect(readsAsName(words), words).toBe(false);
});

describe('findModels', () => {
  const names = ['a/Phi-4-o1', 'microsoft/phi-4', 'b/xphi4', 'google/gemma-2-9b-it', '<b>x</b>/<img src=x>'];
  test('takes words in any order, whatever stands between letters, the shortest name first', () => {
    expect(findModels(names, 'phi4')).toEqual(['microsoft/phi-4', 'a/Phi-4-o1', 'b/xphi4']);
    expect(findModels(names, 'it gemma2 9B')).toEqual(['google/gemma-2-9b-it']);
    expect(findModels(names, 'img src')).toEqual(['<b>x</b>/<img src=x>']);
  });
  test('nothing finds nothing', () => {
    expect(findModels(names, ' -/ ')).toEqual([]);
  });
});

describe('excerptOf', () => {
  const said = (text: string, ...words: string[]) =>
    excerptOf(text, words)
      .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
      .join('');
  test('marks whole words and only them', () => {
    expect(said('Carbon, carbonic and CARBON', 'carbon')).toBe('[Carbon], carbonic and [CARBON]');
    expect(said('in CO₂', 'co2')).toBe('in [CO₂]');
  });
  test('shows the surroundings of the first in a long text', () => {
    const long = said(`${'before '.repeat(60)}needle ${'after '.repeat(60)}`, 'needle');
    expect(long).toMatch(/^… (?:before )+\[needle\] (?:after ?)+ …$/);
    expect(long.length).toBeLessThan(260);
  });
  test('begins at the beginning where no word is found, and is empty for an empty text', () => {
    expect(said('One two', 'x')).toBe('One two');
    expect(excerptOf('', ['x'])).toEqual([]);
  });
});

test('a file gives back its entries and names', () => {
  const names = ['b/x', 'a/y/z', 'plain', 'b/w'];
  const file = searchFile(entries, names);
  expect(entriesOf(file)).toEqual(entries);
  expect(modelsOf(file).sort()).toEqual([...names].sort());
});
