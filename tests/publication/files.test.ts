import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { claims } from '../../src/claims/claims.ts';
import { ofEstimates } from '../../src/dataset/estimates.ts';
import { recordedColumns } from '../../src/dataset/recorded.ts';
import { asGiven } from '../../src/dataset/files/spreadsheet.ts';
import { reviewedTable } from '../../src/dataset/tables.ts';
import type { Figure } from '../../src/figures/figure.ts';
import { figures } from '../../src/figures/figures.ts';
import { robustness, type RobustnessByClaim } from '../../src/publication/analyses/analyses.ts';
import {
  claimsFile,
  figureFile,
  figureTable,
  modelsFile,
  plainGuide,
  statisticsFile,
} from '../../src/publication/files.ts';
import { sliceVerdicts, type SliceVerdicts } from '../../src/publication/exceptions.ts';
import { publication, type Publication } from '../../src/publication/publication.ts';
import { findStatistic, statisticIds } from '../../src/statistics/statistics.ts';
import { facts } from '../report.ts';

const modelColumns = Object.keys(reviewedTable.columns);
const editions = ['prepared', 'reviewed'] as const;

let published: Publication;
let slices: readonly SliceVerdicts[];
let robust: RobustnessByClaim;
beforeAll(async () => {
  [published, slices] = [await publication(), await sliceVerdicts()];
  robust = await robustness();
  // A build has computed it before, unless something has changed since.
}, 600_000);

/** A value, its number of rows and its interval, as every published number has them. */
interface Entry {
  value: number | null;
  n: number;
  low: number | null;
  high: number | null;
}

function expectEntry({ value, n, low, high }: Entry, id: string): void {
  // JSON has no NaN: a number that is not finite would have become null here.
  expect(value === null || Number.isFinite(value), id).toBe(true);
  expect(Number.isInteger(n) && n >= 0, id).toBe(true);
  expect((low === null) === (high === null), id).toBe(true);
  if (low !== null && high !== null && value !== null) {
    expect(low, id).toBeLessThanOrEqual(value);
    expect(high, id).toBeGreaterThanOrEqual(value);
  }
}

describe('statistics.json', () => {
  const file = () =>
    JSON.parse(statisticsFile(published)) as Record<
      string,
      Record<string, Entry & { unit: string; label: string; sql: string }>
    >;

  test('has every statistic under each preparation, and nothing else', () => {
    expect(Object.keys(file())).toEqual([...editions, 'retired']);
    for (const edition of editions) expect(Object.keys(file()[edition]!)).toEqual([...statisticIds]);
  });

  test.each(editions)('has value, n, interval, unit, label and SQL of each on %s', (edition) => {
    for (const [id, entry] of Object.entries(file()[edition]!)) {
      const clustered = 'clusters' in entry ? ['independent', 'clusters'] : [];
      expect(Object.keys(entry)).toEqual(['value', 'n', 'low', 'high', ...clustered, 'unit', 'label', 'sql']);
      expectEntry(entry, id);
      // What rests on fewer values than a page would show has none here either.
      expect(entry.value === null, id).toBe(entry.n < findStatistic(id)!.definition.minimum);
      expect(entry.unit).not.toBe('');
      expect(entry.label).not.toBe('');
      expect(entry.sql).toBe(findStatistic(id)!.family.sql);
      expect(entry.sql).toMatch(/^(?:SELECT|WITH) /);
    }
  });

  test('says what became of the numbers that it no longer has', () => {
    const { retired, reviewed } = file();
    expect(retired!['noise.co2_fold.median']).toMatchObject({ now: 'noise.twins.co2_fold.median' });
    for (const [id, { now }] of Object.entries(retired as unknown as Record<string, { now: string }>)) {
      expect(reviewed![id], id).toBeUndefined();
      expect(reviewed![now], now).toBeDefined();
    }
  });

  test('has the counts that the facts have', () => {
    expect(file().reviewed!['runs.count']!.value).toBe(facts('runs').length);
    expect(file().reviewed!['models.count']!.value).toBe(4494);
    expect(file().prepared!['models.count']!.value).toBe(4523);
  });

  test('ends with a line break and is the same again', () => {
    expect(statisticsFile(published)).toMatch(/[^\n]\n$/);
    expect(statisticsFile(published)).toBe(statisticsFile(published));
  });
});

describe('claims.json', () => {
  const file = () =>
    JSON.parse(claimsFile(published, slices, robust)) as Record<
      string,
      Record<string, unknown> &
        Record<
          (typeof editions)[number],
          { verdict: string; evidence: string; statistics: Record<string, Entry> }
        >
    >;

  test('has every claim with its sentence, test, figure and author', () => {
    expect(Object.keys(file())).toEqual([...claims.map(({ id }) => id), 'retired']);
    for (const claim of claims) {
      const entry = file()[claim.id]!;
      expect(Object.keys(entry)).toEqual([
        'by',
        'conclusion',
        'sentence',
        'test',
        'figure',
        'prepared',
        'reviewed',
        'exceptions',
        'analyses',
      ]);
      expect(entry).toMatchObject({ by: claim.by, sentence: claim.sentence, test: claim.test });
      expect(entry.figure).toBe(claim.figure);
      expect(entry.conclusion).toBe(claim.conclusion ?? null);
    }
  });

  test('lists the declared slices with the opposite verdict, each with an address', () => {
    for (const { id } of claims) {
      const entry = file()[id]!;
      const { judged, by_chance, opposite } = entry.exceptions as {
        judged: number;
        by_chance: number | null;
        opposite: readonly { query: string; verdict: string }[];
      };
      expect(opposite.length).toBeLessThanOrEqual(judged);
      if (by_chance !== null) expect(by_chance).toBeCloseTo(judged / 40, 3);
      const other = { holds: 'fails', fails: 'holds' }[entry.reviewed.verdict];
      for (const { query, verdict } of opposite) {
        expect(verdict).toBe(other);
        expect(slices.find((slice) => slice.query === query)!.claims[id]!.answer).toBe(other);
      }
    }
  });

  test.each(editions)('has a verdict with evidence and the numbers it rests on, on %s', (edition) => {
    const statistics = JSON.parse(statisticsFile(published)) as Record<string, Record<string, Entry>>;
    for (const claim of claims) {
      const answer = file()[claim.id]![edition];
      expect(answer.verdict).toMatch(/^(?:holds|fails|open)$/);
      expect(answer.evidence).toMatch(/\d/);
      expect(answer.evidence).not.toMatch(/[{}]|NaN|undefined|null|too few/);
      expect(Object.keys(answer.statistics)).toEqual([...claim.statistics]);
      for (const [id, entry] of Object.entries(answer.statistics)) {
        expectEntry(entry, id);
        const { value, n, low, high } = statistics[edition]![id]!;
        expect(entry).toEqual({ value, n, low, high });
      }
    }
  });
});

describe.each(figures)('figures/$id', (figure) => {
  const file = () =>
    JSON.parse(figureFile(published, figure)) as Record<string, unknown> &
      Record<
        (typeof editions)[number],
        {
          takeaway: string;
          alt: string;
          n: number;
          rows: Record<string, unknown>[];
          numbers: Record<string, number>;
        }
      >;

  test('JSON has the question, the SQL, and the answer and rows of each preparation', () => {
    expect(Object.keys(file())).toEqual(['id', 'question', 'notebook', 'sql', 'prepared', 'reviewed']);
    expect(file()).toMatchObject({ id: figure.id, question: figure.question, sql: figure.sql });
    expect(file().notebook).toEqual(figure.seed ?? []);
    for (const edition of editions) {
      const { takeaway, alt, n, rows, numbers } = file()[edition];
      for (const [id, value] of Object.entries(numbers)) {
        expect(published[edition].statistics[id]!.value).toBe(value);
        expect(rows.flatMap((row) => Object.values(row))).toContain(value);
      }
      expect(takeaway).toMatch(/\.$/);
      expect(alt).toMatch(/\.$/);
      expect(n).toBe(published[edition].figures[figure.id]!.n);
      expect(rows).toEqual(published[edition].figures[figure.id]!.rows);
    }
  });
});

describe('hostile texts', () => {
  const texts = [
    'a,b',
    'a "quoted" name',
    'two\nlines',
    'carriage\r\nreturn',
    '# a comment',
    '=1+1',
    'ümläut 🤝',
    ' blanks ',
    '<script>',
    "it's",
    '',
  ];

  /** The published report with other models, and with other rows in every figure. */
  const with_ = (rows: Record<string, string | number | boolean | null>[]) =>
    ({
      ...published,
      reviewed: {
        ...published.reviewed,
        models: rows,
        figures: Object.fromEntries(
          figures.map((figure) => [
            figure.id,
            { figure, rows, n: rows.length, takeaway: 'Yes.', alt: 'Yes.', why: null },
          ]),
        ),
      },
    }) as Publication;

  test('survive a round trip through models.csv', () => {
    const blank = Object.fromEntries(modelColumns.map((name) => [name, null]));
    const rows = texts.map((model, row) => ({
      ...blank,
      row,
      model,
      moe: row % 2 === 0,
      average: 0.1 + row,
    }));
    const records: Record<string, string>[] = parse(modelsFile(with_(rows)), { columns: true });
    expect(records.map(({ model }) => asGiven(model!))).toEqual(texts);
    expect(records.map(({ moe }) => moe)).toEqual(texts.map((_, row) => String(row % 2 === 0)));
    expect(records.map(({ average }) => Number(average))).toEqual(texts.map((_, row) => 0.1 + row));
  });

  test('survive a round trip through the CSV of a figure', () => {
    const rows = texts.map((label, row) => ({ row, label }));
    const text = figureTable(with_(rows), figures[0] as Figure, 'reviewed');
    const records: Record<string, string>[] = parse(text, { columns: true });
    // What a spreadsheet would compute is text to it.
    expect(records.map(({ label }) => label)).toEqual(
      texts.map((label) => (label === '=1+1' ? "'=1+1" : label)),
    );
  });
});

describe('models.csv', () => {
  const records = () => parse(modelsFile(published)) as string[][];

  test('has a line for each of the 4,494 models, and the columns of models before those of estimates', () => {
    const [header, ...lines] = records();
    const columns = [...modelColumns, ...Object.keys(ofEstimates)];
    expect(header).toEqual(columns);
    expect(lines).toHaveLength(4494);
    expect(new Set(lines.map((line) => line.length))).toEqual(new Set([columns.length]));
  });

  test('holds no text that a spreadsheet would take for a formula, and so needs no apostrophes', () => {
    const models = parse(modelsFile(published), { columns: true }) as Record<string, string>[];
    const formulas = models.flatMap((model) =>
      Object.values(model).filter((text) => /^[=+\-@\t\r]/.test(text) && !Number.isFinite(Number(text))),
    );
    expect(formulas).toEqual([]);
  });

  test('has one line a name, in the order of the dataset', () => {
    const models: Record<string, string>[] = parse(modelsFile(published), { columns: true });
    expect(new Set(models.map(({ model }) => model!.trim().toLowerCase())).size).toBe(4494);
    const rows = models.map(({ row }) => Number(row));
    expect(rows).toEqual(rows.toSorted((a, b) => a - b));
    for (const { parameters_b } of models) expect(Number(parameters_b)).toBeGreaterThan(0);
  });

  test('says of each model what the facts say of its run, sizes and MoE aside', () => {
    const models: Record<string, string>[] = parse(modelsFile(published), { columns: true });
    const runs = new Map(facts('runs').map((run) => [run.row, run]));
    const asRecorded = recordedColumns
      .map(({ name }) => name)
      .filter((name) => !['parameters_b', 'moe'].includes(name));
    for (const model of models) {
      const run = runs.get(model.row!)!;
      for (const name of asRecorded) {
        const [found, recorded] = [model[name]!, run[name]!];
        // The two words for an architecture that could not be read are blank among models.
        const expected = name === 'architecture' && ['?', 'Unknown'].includes(recorded) ? '' : recorded;
        // The texts of a number may differ where its value does not.
        if (found !== expected) expect(Number(found), `${model.model} ${name}`).toBe(Number(expected));
      }
    }
  });
});

describe('llms.txt', () => {
  test('links every machine-readable file and states every claim with its verdict', () => {
    const text = plainGuide(published, 'A title', (path) => `/base${path}`);
    expect(text).toMatch(/^# A title\n\n> .*4576 evaluations/);
    for (const file of ['statistics.json', 'claims.json', 'runs.csv', 'models.csv', 'datapackage.json'])
      expect(text).toContain(`(/base/data/${file})`);
    for (const { sentence, id } of claims)
      expect(text).toContain(`- ${sentence} (${published.reviewed.claims[id]!.answer}) `);
    for (const { id, question } of figures)
      expect(text).toContain(
        `- [${question}](/base/data/figures/${id}.json) ${published.reviewed.figures[id]!.takeaway}`,
      );
    expect(text).toContain(`${recordedColumns.length} columns`);
    expect(text).not.toMatch(/undefined|NaN|null/);
  });
});
