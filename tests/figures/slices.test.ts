import { beforeAll, describe, expect, test } from 'vitest';
import { figures } from '../../src/figures/figures.ts';
import { formatSlice, preparationOf, wholeTable, type Slice } from '../../src/slice/slice.ts';
import { askSlice } from '../../src/slice/ask.ts';
import { sampleSlices } from '../browser/any-slice.ts';
import { report } from '../report.ts';
import { counted } from './counts.ts';
import { sentenceFaults } from './sentence.ts';

interface Case {
  slice: Slice;
  models: number;
}

const countModels = async (slice: Slice): Promise<number> => {
  const ask = await askSlice(await report(), slice);
  const [row] = await ask('SELECT CAST(count(*) AS INTEGER) AS n FROM models');
  return Number(row?.n);
};

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

const cases: Case[] = [];
beforeAll(async () => {
  const slices = [
    ...sampleSlices(40, 20250314),
    ...(await tinySlices(null)),
    ...(await tinySlices('prepared')),
  ];
  for (const slice of slices) cases.push({ slice, models: await countModels(slice) });
});

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

describe.each(figures.filter(({ publishedOnly }) => !publishedOnly))('$id answers every slice', (figure) => {
  test('in complete sentences, with its count', async () => {
    const count = counted(figure);
    const faults: string[] = [];
    for (const { slice, models } of cases) {
      const say = (fault: string) => faults.push(`${formatSlice(slice)} (${models} models): ${fault}`);
      try {
        const ask = await askSlice(await report(), slice);
        const rows = figure.derive(await ask(figure.sql));
        const [own] = await ask(count);
        if (figure.n(rows) !== own?.n) say(`n is ${figure.n(rows)}, not ${String(own?.n)}`);
        for (const text of [figure.takeaway(rows), figure.alt(rows)]) sentenceFaults(text).forEach(say);
        for (const value of rows.flatMap((row) => Object.values(row)))
          if (value === undefined || (typeof value === 'number' && !Number.isFinite(value)))
            say(`draws ${String(value)}`);
      } catch (error) {
        say(`throws ${String(error)}`);
      }
    }
    // A fault that every slice has need not be read fifty times.
    expect({ faults: faults.length, first: faults.slice(0, 4) }).toEqual({ faults: 0, first: [] });
  });
});
