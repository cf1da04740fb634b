import { expect, test } from 'vitest';
import { noiseFloor } from '../../src/figures/noise-floor.ts';
import { facts } from '../report.ts';
import { drawnRows, editions } from './draw.ts';

type Line = Readonly<Record<string, string>>;

const name = ({ model }: Line) => model!.trim().toLowerCase();
const middle = (values: readonly number[]) => {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
};
const byName = [...Map.groupBy(facts('runs'), name).values()].filter((runs) => runs.length > 1);
// No model has more than two runs, so that a spread is a distance.
const apart = ([a, b]: readonly Line[]) => Math.abs(Number(a!.average) - Number(b!.average));
const differ = ([a, b]: readonly Line[], column: string) => a![column] !== b![column];

const expected = {
  same: byName
    .filter(
      (runs) => differ(runs, 'precision') && !differ(runs, 'model_sha') && !differ(runs, 'chat_template'),
    )
    .map(apart),
  template: byName.filter((runs) => differ(runs, 'chat_template')).map(apart),
};

test('no model has more than two runs', () => {
  expect(new Set(byName.map(({ length }) => length))).toEqual(new Set([2]));
});

test.each(editions)(
  'a dot for every comparison, whatever the preparation: $preparation',
  async ({ query }) => {
    const rows = await drawnRows(noiseFloor, query);
    const dots = (cause: string) => rows.filter((row) => row.layer === 'dot' && row.cause === cause);
    for (const [cause, values] of Object.entries(expected)) {
      const drawn = dots(cause).map(({ spread }) => Number(spread));
      expect(drawn).toHaveLength(values.length);
      const [a, b] = [drawn, values].map((each) => each.toSorted((x, y) => x - y));
      a!.forEach((value, index) => expect(value, cause).toBeCloseTo(b![index]!, 9));
    }
    // Twins share the six raw scores, so what is drawn of one names models that do.
    for (const { compared, fold } of dots('twins')) {
      const named = String(compared).split(', ');
      const lines = facts('runs').filter(({ model }) => named.includes(model!));
      const results = lines.map((line) => line.ifeval_raw! + line.bbh_raw! + line.musr_raw!);
      expect(new Set(results).size, String(compared)).toBe(1);
      const carbon = lines.map(({ co2_kg }) => Number(co2_kg));
      if (lines.length === 2) expect(Number(fold)).toBeCloseTo(Math.max(...carbon) / Math.min(...carbon), 9);
    }
  },
);

test('the line of a strip is the middle of its dots, in takeaway and text alternative too', async () => {
  const rows = await drawnRows(noiseFloor, '');
  const alt = noiseFloor.alt(rows);
  for (const summary of rows.filter(({ layer }) => layer === 'summary')) {
    const { cause, spread, fold, n } = summary;
    const measure = spread === null ? 'fold' : 'spread';
    const dots = rows.filter((row) => row.layer === 'dot' && row.cause === cause);
    const value = middle(dots.map((row) => Number(row[measure])));
    expect(n).toBe(dots.length);
    expect(Number(spread ?? fold)).toBeCloseTo(value, 9);
    const written = value.toFixed(measure === 'fold' ? 2 : 1);
    expect(noiseFloor.takeaway(rows)).toContain(written);
    expect(alt).toContain(`${dots.length} ${measure === 'fold' ? 'groups' : 'models'}, median ${written}`);
  }
});

test('dots stay within their strip, the first strip above the second', async () => {
  for (const { layer, cause, y } of await drawnRows(noiseFloor, ''))
    if (layer === 'dot')
      expect(Math.abs(Number(y) - (cause === 'same' || cause === 'twins' ? 0 : 1))).toBeLessThan(0.25);
});

test('a strip with too few comparisons says so, and the others stand', async () => {
  const rows = await drawnRows(noiseFloor, 'family=qwen');
  const few = rows.find(({ layer, cause }) => layer === 'summary' && cause === 'template')!;
  expect(Number(few.n)).toBeLessThan(10);
  expect(few.spread).toBeNull();
  expect(noiseFloor.alt(rows)).toContain(`With and without the chat template: too few, ${String(few.n)}.`);
  expect(noiseFloor.takeaway(rows)).toMatch(/^CO₂ typically differs by a factor of/);
});
