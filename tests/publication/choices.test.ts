import { beforeAll, describe, expect, test } from 'vitest';
import { dayBounds, numberBounds } from '../../src/publication/bounds.ts';
import { choicesFile } from '../../src/publication/choices.ts';
import { publication, type Publication } from '../../src/publication/publication.ts';
import { fields } from '../../src/slice/fields.ts';
import { oneRow } from '../report.ts';

let published: Publication;
beforeAll(async () => {
  published = await publication();
});

type Line = [name: string, reviewed: number, prepared: number];
const file = () => JSON.parse(choicesFile(published)) as Record<string, Line[]>;

describe('choices.json', () => {
  test('has the five filters of names and says what its lines hold', () => {
    expect(Object.keys(file())).toEqual([
      'columns',
      'architecture',
      'organisation',
      'license',
      'base',
      'lineage',
    ]);
    expect(file().columns).toEqual(['name', 'reviewed', 'prepared']);
  });

  test.each(['architecture', 'organisation', 'license', 'lineage'] as const)(
    'counts every model of both preparations once by %s, the most used name first',
    (key) => {
      const lines = file()[key]!;
      const sum = (at: 1 | 2) => lines.reduce((total, line) => total + line[at], 0);
      expect([sum(1), sum(2)]).toEqual([4494, 4523]);
      const counts = lines.map(([, reviewed]) => reviewed);
      expect(counts).toEqual(counts.toSorted((a, b) => b - a));
      const small = lines.map(([name]) => name.toLowerCase());
      expect(new Set(small).size).toBe(small.length);
    },
  );

  test('each name filters as many models as it says', async () => {
    for (const key of ['architecture', 'organisation', 'license', 'base', 'lineage'] as const)
      for (const [name, reviewed] of file()[key]!.slice(0, 8)) {
        const predicate = fields[key].predicate(fields[key].parse(name));
        expect(
          await oneRow(`SELECT CAST(count(*) AS INTEGER) AS models FROM reviewed WHERE ${predicate}`),
        ).toEqual({
          models: reviewed,
        });
      }
  });

  test('a blank cell is “none”', () => {
    expect(file().license![0]![0]).toBe('none');
  });

  test('every name can be written into an address and read again', () => {
    for (const key of ['architecture', 'organisation', 'license', 'base', 'lineage'] as const)
      for (const [name] of file()[key]!) expect(fields[key].parse(name)).toEqual([name.toLowerCase()]);
  });
});

describe('bounds of the sliders', () => {
  test.each(Object.values(fields).filter((field) => field.kind === 'numbers'))(
    '$key: the least and the greatest of the table',
    async ({ column, scale }) => {
      const over = scale === 'log' ? '>' : '>=';
      const row = await oneRow(
        `SELECT CAST(min(value) AS DOUBLE) AS least, CAST(max(value) AS DOUBLE) AS greatest FROM (SELECT ${column} AS value FROM reviewed UNION ALL SELECT ${column} FROM prepared) WHERE value ${over} 0`,
      );
      expect(numberBounds(published, column, scale)).toEqual(row);
    },
  );

  test('days', () => {
    // The first and the last day in data/runs.csv.
    expect(dayBounds(published, 'upload_date')).toEqual({ least: '2022-03-02', greatest: '2025-03-13' });
    expect(dayBounds(published, 'submission_date')).toEqual({ least: '2024-06-08', greatest: '2025-03-13' });
  });

  test('of a column without values there are none', () => {
    expect(() => dayBounds(published, 'nothing')).toThrow('nothing');
  });
});
