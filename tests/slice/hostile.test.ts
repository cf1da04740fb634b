import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fields, type FieldKey } from '../../src/slice/fields.ts';
import { formatSlice, parseSlice, predicateOf } from '../../src/slice/slice.ts';
import { report, rowsOf } from '../report.ts';
import { fieldKeys, holdsAlways, slices } from './made-slices.ts';

const attacks = [
  `' OR '1'='1`,
  `'; DROP TABLE all_runs; --`,
  `1; DROP TABLE all_runs`,
  `1) OR (1=1`,
  `9-40 OR 1=1`,
  `9-40/**/`,
  `2024-07-01'..`,
  `2024-07-01..2024-12-31' OR ''='`,
  `chat' OR type <> '`,
  `chat,x') OR (1=1`,
  `\u0000`,
  `__proto__`,
  `constructor`,
];

/** Everything that a predicate may hold: what the code wrote, and digits. */
const parts = [
  ...Object.values(fields).flatMap((field) =>
    'options' in field ? field.options.flatMap(({ sql }) => (sql === undefined ? [] : [sql])) : [],
  ),
].map((sql) => sql.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
// A text of the reader's within one string: every quotation mark in it is doubled.
const string = `'(?:[^'\\u0000]|'')*'`;
const option = `(?:${parts.join('|')})`;
const among = `lower\\([a-z]+\\) IN \\(${string}(?:, ${string})*\\)`;
const filter = [
  option,
  `\\(${option}(?: OR ${option})*\\)`,
  '[a-z_0-9]+ (?:>|<=) \\d+(?:\\.\\d+)?',
  `(?:submission|upload)_date [<>]= '\\d{4}-\\d{2}-\\d{2}'`,
  `contains\\(lower\\(model\\), ${string}\\)`,
  `\\((?:${among}(?: OR ${among})*|[a-z]+ IS NULL)(?: OR [a-z]+ IS NULL)?\\)`,
].join('|');
const harmless = new RegExp(`^(?:${filter})(?: AND (?:${filter}))*$`);

const isOpen = (key: FieldKey) => fields[key].kind === 'names' || fields[key].kind === 'words';

describe('hostile text in a URL is rejected by every field of fixed values', () => {
  const cases = fieldKeys
    .filter((key) => !isOpen(key))
    .flatMap((key) => attacks.map((text) => [key, text] as const));
  test.each(cases)('%s=%s', (key, text) => {
    const { slice, problems } = parseSlice(new URLSearchParams({ [key]: text }));
    expect(problems).toHaveLength(1);
    // Of a list the part that is an option is kept.
    const kept = key === 'type' && text.startsWith('chat,') ? `(type = 'chat')` : null;
    expect(predicateOf(slice)).toBe(kept);
  });
});

describe('hostile text in a field of names is a name that no model has', () => {
  const cases = fieldKeys.filter(isOpen).flatMap((key) => attacks.map((text) => [key, text] as const));
  test.each(cases)('%s=%s', async (key, text) => {
    const { slice, problems } = parseSlice(new URLSearchParams({ [key]: text }));
    const sql = predicateOf(slice);
    if (problems.length > 0) return expect(sql).toBeNull();
    expect(sql).toMatch(harmless);
    return expect(await rowsOf(formatSlice(slice), 'SELECT row FROM models')).toEqual([]);
  });
});

test('the pattern of a harmless predicate accepts plain slices and refuses an addition', () => {
  const sql = predicateOf(
    parseSlice(
      new URLSearchParams(
        "size=1.5-9&type=chat,merge&moe=no&license=mit,none,o'neill&name=it's&submitted=..2024-07-01",
      ),
    ).slice,
  );
  expect(sql).toMatch(harmless);
  expect(`${sql} OR 1=1`).not.toMatch(harmless);
});

test('text pushed into a valid query never reaches the predicate', () => {
  const pushed = fc.oneof(
    fc.constantFrom(`'`, `"`, ';', '--', ' ', ')', '(', '%', '\\', '/*', '\n', 'OR', '=', 'e9', ','),
    fc.string({ unit: 'binary', maxLength: 5 }),
  );
  holdsAlways(
    fc.property(slices, pushed, fc.nat(), (slice, text, at) => {
      const query = new URLSearchParams(formatSlice(slice));
      for (const [key, value] of [...query]) {
        const place = at % (value.length + 1);
        query.set(key, value.slice(0, place) + text + value.slice(place));
      }
      const sql = predicateOf(parseSlice(query).slice);
      if (sql !== null) expect(sql).toMatch(harmless);
    }),
  );
});

test('the tables are still there after a hostile slice', async () => {
  const engine = await report();
  const { slice } = parseSlice(
    new URLSearchParams({ size: attacks[1]!, type: attacks[2]!, family: attacks[0]! }),
  );
  expect(await rowsOf(formatSlice(slice), 'SELECT row FROM models')).toHaveLength(4494);
  expect(await engine.query('SELECT row FROM all_runs')).toHaveLength(4576);
});
