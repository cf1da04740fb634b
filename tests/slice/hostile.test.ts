import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fields } from '../../src/slice/fields.ts';
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
    'options' in field ? field.options.flatMap(({ sql }) => (sql === null ? [] : [sql])) : [],
  ),
].map((sql) => sql.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
const option = `(?:${parts.join('|')})`;
const filter = [
  option,
  `\\(${option}(?: OR ${option})*\\)`,
  'parameters_b (?:>|<=) \\d+(?:\\.\\d+)?',
  `submission_date [<>]= '\\d{4}-\\d{2}-\\d{2}'`,
].join('|');
const harmless = new RegExp(`^(?:${filter})(?: AND (?:${filter}))*$`);

describe('hostile text in a URL is rejected by every field', () => {
  const cases = fieldKeys.flatMap((key) => attacks.map((text) => [key, text] as const));
  test.each(cases)('%s=%s', (key, text) => {
    const { slice, problems } = parseSlice(new URLSearchParams({ [key]: text }));
    expect(problems).toHaveLength(1);
    expect(predicateOf(slice)).toBeNull();
  });
});

test('the pattern of a harmless predicate accepts plain slices and refuses an addition', () => {
  const sql = predicateOf(
    parseSlice(new URLSearchParams('size=1.5-9&type=chat,merge&moe=no&submitted=..2024-07-01')).slice,
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
  expect(await rowsOf(formatSlice(slice), 'SELECT row FROM models')).toHaveLength(4495);
  expect(await engine.query('SELECT row FROM all_runs')).toHaveLength(4576);
});
