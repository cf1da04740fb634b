import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Row } from '../../src/engine/engine.ts';
import { formatSlice, wholeTable, type Slice } from '../../src/slice/slice.ts';
import { oneRow, rowsOf, daysAsText } from '../report.ts';
import { looseSlices, slices } from './made-slices.ts';

/** The start of the architectures of each family, written out apart from the code under test. */
const families: Record<string, RegExp> = {
  qwen: /^Qwen/,
  llama: /^M?[Ll]lama/,
  mistral: /^Mi[sx]tral/,
  gemma: /^(Recurrent)?Gemma/,
  phi: /^Phi/,
  granite: /^Granite/,
};

function familyOf(architecture: string | null): string {
  return Object.entries(families).find(([, start]) => start.test(architecture ?? ''))?.[0] ?? 'other';
}

/** The column of `models` that each field of numbers or names filters, written out apart from the code under test. */
const numberColumns = {
  size: 'parameters_b',
  active: 'active_parameters_b',
  likes: 'likes',
  co2: 'co2_kg',
  co2_step: 'co2_step_corrected_kg',
  average: 'average',
  ifeval: 'ifeval',
  bbh: 'bbh',
  math: 'math',
  gpqa: 'gpqa',
  musr: 'musr',
  mmlu_pro: 'mmlu_pro',
} as const;
const nameColumns = ['architecture', 'organisation', 'license', 'lineage'] as const;
const dayColumns = { uploaded: 'upload_date', submitted: 'submission_date' } as const;

const within = <T extends number | string>(
  value: T | null,
  low: T | null,
  high: T | null,
  lowIsIn: boolean,
) =>
  (low === null && high === null) ||
  (value !== null &&
    (low === null || value > low || (lowIsIn && value === low)) &&
    (high === null || value <= high));

/** Whether the slice keeps a model, by plain comparison of its cells. */
function keeps(slice: Slice, model: Row): boolean {
  const { type, provider, moe, family, precision, template, hub, caution, copies, name } = slice;
  const kind = model.type === 'multimodal' ? 'other' : String(model.type);
  const is = (choice: string | null, cell: unknown, yes: string) =>
    choice === null || cell === (choice === yes);
  return (
    String(model.model).toLowerCase().includes(name) &&
    (type.length === 0 || type.includes(kind)) &&
    (precision.length === 0 || precision.includes(String(model.precision))) &&
    is(provider, model.official_provider, 'official') &&
    is(moe, model.moe, 'yes') &&
    is(template, model.chat_template, 'yes') &&
    is(hub, model.on_hub, 'yes') &&
    is(caution, model.caution !== null, 'any') &&
    is(copies, model.copy_of !== null, 'only') &&
    (family === null || familyOf(model.architecture as string | null) === family) &&
    (slice.base.length === 0 ||
      ['root', 'parent', 'identity'].some((column) =>
        slice.base.includes(
          (model[column] as string | null)?.toLowerCase() ?? (column === 'root' ? 'none' : ''),
        ),
      )) &&
    nameColumns.every((column) => {
      const cell = (model[column] as string | null)?.toLowerCase() ?? 'none';
      return slice[column].length === 0 || slice[column].includes(cell);
    }) &&
    Object.entries(numberColumns).every(([key, column]) => {
      const { above, upTo } = slice[key as keyof typeof numberColumns];
      return within(model[column] as number | null, above, upTo, false);
    }) &&
    Object.entries(dayColumns).every(([key, column]) => {
      const { from, to } = slice[key as keyof typeof dayColumns];
      return within(model[column] as string | null, from, to, true);
    })
  );
}

const tables = new Map<string, readonly Row[]>();

/** Every model of a preparation under the choices of a slice that make other models, read once. */
async function table({ preparation, run, sizes, carbon }: Slice): Promise<readonly Row[]> {
  const query = formatSlice({ ...wholeTable, preparation, run, sizes, carbon });
  const rows = tables.get(query) ?? (await rowsOf(query, `SELECT * ${daysAsText} FROM models ORDER BY row`));
  tables.set(query, rows);
  return rows;
}

/** Compares what the slice selects with plain comparison; answers how many models it keeps. */
async function compare(slice: Slice): Promise<number> {
  const all = await table(slice);
  const expected = all.filter((model) => keeps(slice, model)).map(({ row }) => row);
  const query = formatSlice(slice);
  const models = await rowsOf(query, 'SELECT row FROM models ORDER BY row');
  expect(
    models.map(({ row }) => row),
    query,
  ).toEqual(expected);
  return expected.length;
}

describe('a slice selects the models that it says', () => {
  test('60 slices of one or two fields, most of which keep models', async () => {
    const sample = fc.sample(looseSlices, { seed: 1, numRuns: 60 });
    const counts: number[] = [];
    for (const slice of sample) counts.push(await compare(slice));
    expect(counts.filter((count) => count > 0).length).toBeGreaterThan(30);
  });

  test('30 slices of any fields', async () => {
    for (const slice of fc.sample(slices, { seed: 2, numRuns: 30 })) await compare(slice);
  });
});

test('a bound of sizes lies outside below and inside above', async () => {
  const { at, above } = await oneRow(
    `SELECT CAST(count(*) FILTER (parameters_b = 8.03) AS INTEGER) AS at, CAST(count(*) FILTER (parameters_b > 8.03) AS INTEGER) AS above FROM reviewed`,
  );
  expect(Number(at)).toBeGreaterThan(100);
  expect(await rowsOf('size=8.03-', 'SELECT row FROM models')).toHaveLength(Number(above));
  expect(await rowsOf('size=-8.03', 'SELECT row FROM models')).toHaveLength(4494 - Number(above));
});

test('a model without a day of submission is in no range of days', async () => {
  const blank = await rowsOf('', 'SELECT row FROM models WHERE submission_date IS NULL');
  expect(blank.length).toBeGreaterThan(0);
  const dated = await rowsOf('submitted=2000-01-01..', 'SELECT row FROM models');
  expect(dated).toHaveLength(4494 - blank.length);
});
