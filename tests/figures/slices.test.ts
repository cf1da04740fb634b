import { beforeAll, expect, test } from 'vitest';
import type { Figure } from '../../src/figures/figure.ts';
import { figures } from '../../src/figures/figures.ts';
import { formatSlice, preparationOf, wholeTable, type Slice } from '../../src/slice/slice.ts';
import { askSlice, type Ask } from '../../src/slice/ask.ts';
import { sampleSlices } from '../browser/any-slice.ts';
import { report } from '../report.ts';
import { counted } from './counts.ts';
import { sentenceFaults } from './sentence.ts';

interface Case {
  slice: Slice;
  models: number;
}

/** Slices of one and of two models at the lower end, the middle and the upper end of size, and all of one size. */
async function tinySlices(preparation: 'prepared' | null): Promise<Slice[]> {
  const engine = await report();
  const sizes = await engine.query(
    `SELECT parameters_b AS b, CAST(count(*) AS INTEGER) AS n FROM ${preparation ?? 'reviewed'} GROUP BY b ORDER BY b`,
  );
  const [b, n] = [sizes.map((row) => Number(row.b)), sizes.map((row) => Number(row.n))];
  const starts = b.keys().filter((at) => at > 0 && n[at] === 1 && n[at + 1] === 1);
  const found = [...starts];
  const ends = [found[0]!, found[Math.floor(found.length / 2)]!, found.at(-1)!];
  const most = n.indexOf(Math.max(...n));
  const of = (above: number, upTo: number): Slice => ({
    ...wholeTable,
    preparation,
    size: { above: b[above]!, upTo: b[upTo]! },
  });
  return [
    { ...wholeTable, preparation, size: { above: 1e6, upTo: null } },
    ...ends.flatMap((at) => [of(at - 1, at), of(at - 1, at + 1)]),
    of(most - 1, most),
  ];
}

const sliced = figures.filter(({ publishedOnly }) => !publishedOnly);
const cases: Case[] = [];
/** What is wrong with a figure, by its id; each slice is set up once for all of them. */
const faults = new Map(sliced.map(({ id }) => [id, [] as string[]]));

beforeAll(async () => {
  const slices = [
    ...sampleSlices(40, 20250314),
    ...(await tinySlices(null)),
    ...(await tinySlices('prepared')),
    // The one under which models of the whole table have no size.
    { ...wholeTable, sizes: 'recorded' },
  ];
  for (const slice of slices) {
    const ask = await askSlice(await report(), slice);
    const [row] = await ask('SELECT CAST(count(*) AS INTEGER) AS n FROM models');
    const models = Number(row?.n);
    cases.push({ slice, models });
    for (const figure of sliced) {
      const found = await faultsOf(figure, ask);
      faults
        .get(figure.id)!
        .push(...found.map((fault) => `${formatSlice(slice)} (${models} models): ${fault}`));
    }
  }
  // More than two thousand answers: longer than what one test may take.
}, 900_000);

/** What is wrong with the answer of a figure to the slice that is asked. */
async function faultsOf(figure: Figure, ask: Ask): Promise<string[]> {
  try {
    const rows = figure.derive(await ask(figure.sql));
    const [own] = await ask(counted(figure));
    const [n, wanted] = [figure.n(rows), own?.n];
    const drawn = rows.flatMap((row) => Object.values(row));
    return [
      ...(n === wanted ? [] : [`n is ${n}, not ${String(wanted)}`]),
      ...[figure.takeaway(rows), figure.alt(rows)].flatMap(sentenceFaults),
      ...drawn
        .filter((value) => value === undefined || (typeof value === 'number' && !Number.isFinite(value)))
        .map((value) => `draws ${String(value)}`),
    ];
  } catch (error) {
    return [`throws ${String(error)}`];
  }
}

test('the slices are of every kind: none, one, two, few and thousands of models on both preparations', () => {
  for (const preparation of ['reviewed', 'prepared']) {
    const models = cases
      .filter(({ slice }) => preparationOf(slice) === preparation)
      .map((each) => each.models);
    expect(models).toContain(0);
    expect(models.filter((n) => n === 1).length).toBeGreaterThanOrEqual(3);
    expect(models.filter((n) => n === 2).length).toBeGreaterThanOrEqual(3);
    expect(models.some((n) => n > 10 && n < 200)).toBe(true);
    expect(models.some((n) => n >= 200 && n < 2000)).toBe(true);
    expect(models.some((n) => n >= 2000)).toBe(true);
  }
});

test.each(sliced)('$id answers every slice in complete sentences, with its count', ({ id }) => {
  const found = faults.get(id)!;
  // A fault that every slice has need not be read fifty times.
  expect({ faults: found.length, first: found.slice(0, 4) }).toEqual({ faults: 0, first: [] });
});
