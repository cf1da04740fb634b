import { describe, expect, test } from 'vitest';
import { familiesOfStatistics, findStatistic, statisticIds } from '../../src/statistics/statistics.ts';

const definitions = familiesOfStatistics.flatMap((family) => family.definitions);

test('ids are unique, in the order of the families, and found by their name', () => {
  expect(statisticIds).toEqual(definitions.map(({ id }) => id));
  expect(new Set(statisticIds).size).toBe(statisticIds.length);
  expect(statisticIds.every((id) => findStatistic(id)?.definition.id === id)).toBe(true);
  expect(findStatistic('models')).toBeUndefined();
  expect(findStatistic('constructor')).toBeUndefined();
});

test('ids are dotted lower-case words, fit for a URL and a JSON key', () => {
  const words = /^[a-z0-9_-]+(\.[a-z0-9_-]+)+$/;
  expect(statisticIds.filter((id) => !words.test(id))).toEqual([]);
});

test('labels are noun phrases: said once, no full stop, no capital but of a name', () => {
  const labels = definitions.map(({ label }) => label);
  expect(new Set(labels).size).toBe(labels.length);
  expect(labels.filter((label) => !/^(\p{Ll}{2}|\d+th |MoE |CO₂ |Gini |Herfindahl)/u.test(label))).toEqual(
    [],
  );
  expect(labels.filter((label) => /[.;:]$|\s$|\s\s|undefined/.test(label))).toEqual([]);
});

test('units have a name and whole digits, and two of one name are written alike', () => {
  const units = new Map(definitions.map(({ unit }) => [unit.name, unit]));
  for (const { unit } of definitions) expect(unit).toEqual(units.get(unit.name));
  for (const { name, digits } of units.values()) {
    expect(name).toMatch(/\S/);
    expect([0, 1, 2, 3, 4], name).toContain(digits);
  }
});

describe('the query of a family', () => {
  test.each(familiesOfStatistics.map((family, index) => [family.definitions[0]?.id ?? index, family]))(
    '%s: one SELECT over views of the slice, with a value for every definition of no rows',
    (_, { sql, derive, definitions: defined }) => {
      expect(sql).toMatch(/^SELECT /);
      expect(sql).not.toContain(';');
      expect(Object.keys(derive([])).sort()).toEqual(defined.map(({ id }) => id).sort());
    },
  );
});
