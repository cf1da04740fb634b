import { afterEach, beforeEach, expect, it } from 'vitest';
import type { HubFile, HubRow } from './fixture.ts';
import { soundRows, writeHubFile } from './fixture.ts';
import type { Workshop } from './workshop.ts';
import { openWorkshop } from './workshop.ts';

let workshop: Workshop;
beforeEach(async () => {
  workshop = await openWorkshop();
  await writeHubFile(workshop.data('sound.parquet'));
  await workshop.run([workshop.data('sound.parquet')]);
});
afterEach(() => workshop.close());

/** The sound rows with some values of the second one changed. */
function secondRow(change: HubRow): HubFile {
  return { rows: soundRows().map((row, index) => (index === 1 ? { ...row, ...change } : row)) };
}

const faults: [fault: string, file: HubFile, line: string][] = [
  [
    'a missing column',
    { omit: ['Hub License'] },
    'file, column license ("Hub License" on the Hub): the column is missing; right would be a VARCHAR column',
  ],
  [
    'a missing column that we do not keep',
    { omit: ['T'] },
    'file, column "T": the column is missing; right would be a VARCHAR column',
  ],
  [
    'an additional column',
    { types: { Extra: 'INTEGER' } },
    'file, column "Extra": found "INTEGER"; the column is not known; right would be only the 36 columns of the final release',
  ],
  [
    'a column of the wrong type',
    { types: { 'Hub ❤️': 'VARCHAR' } },
    'file, column likes ("Hub ❤️" on the Hub): found "VARCHAR"; the column has the wrong type; right would be BIGINT',
  ],
  [
    'a score above its range',
    secondRow({ BBH: 120, 'Average ⬆️': 130 / 6 }),
    'row 2, column bbh ("BBH" on the Hub): found 120; the value is above 100; right would be a finite number from 0 to 100',
  ],
  [
    'a raw score below its range',
    secondRow({ 'BBH Raw': -0.5 }),
    'row 2, column bbh_raw ("BBH Raw" on the Hub): found -0.5; the value is below 0; right would be a finite number from 0 to 1',
  ],
  [
    'a carbon cost below its range',
    secondRow({ 'CO₂ cost (kg)': -1 }),
    'row 2, column co2_kg ("CO₂ cost (kg)" on the Hub): found -1; the value is below 0; right would be a finite number from 0 to 100000',
  ],
  [
    'a wrong average',
    secondRow({ 'Average ⬆️': 5.00001 }),
    'row 2, column average ("Average ⬆️" on the Hub): found 5.00001; the average is not the mean of the six scores; right would be 5',
  ],
  [
    'a score that does not follow from its raw value',
    secondRow({ GPQA: 6, 'Average ⬆️': 6 }),
    'row 2, column gpqa ("GPQA" on the Hub): found 6; the score does not follow from its raw value by max(0, (raw − 0.25) / (1 − 0.25)) × 100; right would be 0',
  ],
  [
    'a date that is not written as one',
    secondRow({ 'Submission Date': '05/08/2024' }),
    'row 2, column submission_date ("Submission Date" on the Hub): found "05/08/2024"; the value is not a day of the calendar; right would be a real day as YYYY-MM-DD',
  ],
  [
    'a day that does not exist',
    secondRow({ 'Upload To Hub Date': '2023-02-29' }),
    'row 2, column upload_date ("Upload To Hub Date" on the Hub): found "2023-02-29"; the value is not a day of the calendar; right would be a real day as YYYY-MM-DD',
  ],
  [
    'a run that is there twice',
    secondRow({ eval_name: 'org_alpha_bfloat16' }),
    'row 2, column evaluation ("eval_name" on the Hub): found "org_alpha_bfloat16"; the run is already in row 1; right would be a name that no other row has',
  ],
  [
    'a null where there must be a value',
    secondRow({ '#Params (B)': null }),
    'row 2, column parameters_b ("#Params (B)" on the Hub): found null; the value is missing in a column that must have one; right would be a finite number from -1 to 10000',
  ],
  [
    'a blank where there must be text',
    secondRow({ eval_name: ' ' }),
    'row 2, column evaluation ("eval_name" on the Hub): found " "; the value is missing in a column that must have one; right would be text on one line',
  ],
  [
    'a value that is not one of those allowed',
    secondRow({ Precision: 'float8' }),
    'row 2, column precision ("Precision" on the Hub): found "float8"; the value is not one of those allowed; right would be one of bfloat16 | float16 | 4bit',
  ],
  [
    'an unknown type of model',
    secondRow({ Type: '🔶 tuned' }),
    'row 2, column type ("Type" on the Hub): found "🔶 tuned"; the type of model is not known; right would be one of 🟢 pretrained | 🟩 continuously pretrained | 🔶 fine-tuned on domain-specific datasets | 💬 chat models (RLHF, DPO, IFT, ...) | 🤝 base merges and moerges | 🌸 multimodal | ❓ other',
  ],
  [
    'a symbol that contradicts the type',
    secondRow({ T: '🟢' }),
    'row 2, column "T": found "🟢"; the symbol contradicts the type of model, "🔶 fine-tuned on domain-specific datasets"; right would be 🔶',
  ],
  [
    'a link to another model',
    secondRow({ Model: '<a href="https://huggingface.co/org/betamax">org/beta</a>' }),
    'row 2, column "Model": found "<a href=\\"https://huggingface.co/org/betamax\\">org/beta</a>"; the link does not lead to the model that "fullname" names; right would be a link with href="https://huggingface.co/org/beta"',
  ],
  [
    'a commit that is none',
    secondRow({ 'Model sha': 'main' }),
    'row 2, column model_sha ("Model sha" on the Hub): found "main"; the text does not have the form of its column; right would be text that matches [0-9a-f]{40}',
  ],
  [
    'a size that no model has',
    secondRow({ '#Params (B)': 7e9 }),
    'row 2, column parameters_b ("#Params (B)" on the Hub): found 7000000000; the value is above 10000; right would be a finite number from -1 to 10000',
  ],
  [
    'a carbon cost that no evaluation has',
    secondRow({ 'CO₂ cost (kg)': 1e6 }),
    'row 2, column co2_kg ("CO₂ cost (kg)" on the Hub): found 1000000; the value is above 100000; right would be a finite number from 0 to 100000',
  ],
  [
    'a text that is no name',
    secondRow({ Architecture: 'L'.repeat(5000) }),
    `row 2, column architecture ("Architecture" on the Hub): found "${'L'.repeat(159)}…; the text has 5000 characters; right would be text of at most 300 characters`,
  ],
  [
    'a line break in a text',
    secondRow({ Architecture: 'Llama\nForCausalLM' }),
    'row 2, column architecture ("Architecture" on the Hub): found "Llama\\nForCausalLM"; the text holds a control character; right would be text on one line',
  ],
];

it.each(faults)(
  'names column, row, value, rule and remedy of %s, and writes nothing',
  async (_, file, line) => {
    const before = await workshop.contents();
    await writeHubFile(workshop.data('faulty.parquet'), file);
    const { code, said } = await workshop.run([workshop.data('faulty.parquet'), '--accept-new-release']);
    expect(said).toBe(`${workshop.data('faulty.parquet')}: 1 problem; nothing was written.\n  ${line}`);
    expect(code).toBe(1);
    expect(await workshop.contents()).toEqual(before);
  },
);

it.each(['nan', 'inf'])('does not take %s for a score', async (value) => {
  await writeHubFile(workshop.data('faulty.parquet'), secondRow({ 'BBH Raw': value }));
  const { code, said } = await workshop.run([workshop.data('faulty.parquet')]);
  expect(said).toContain(
    'row 2, column bbh_raw ("BBH Raw" on the Hub): found ' +
      `${value === 'nan' ? NaN : Infinity}; the value is not of type number`,
  );
  expect(code).toBe(1);
});

it('collects all problems, those of one column and rule in one line, and counts them all', async () => {
  const rows = Array.from({ length: 25 }, (_, index) => ({
    ...soundRows()[0]!,
    eval_name: `org_alpha${index}_bfloat16`,
    'CO₂ cost (kg)': -1,
  }));
  await writeHubFile(workshop.data('faulty.parquet'), { rows, omit: ['MoE'] });
  const { said } = await workshop.run([workshop.data('faulty.parquet')]);
  const lines = said.split('\n');
  expect(lines[0]).toContain(': 26 problems; nothing was written.');
  expect(lines[1]).toContain('column moe ("MoE" on the Hub): the column is missing');
  expect(lines[2]).toMatch(
    /row 1, column co2_kg .*the value is below 0; .* \(the same in 24 rows: 2, 3, 4, 5, 6 and 19 more\)$/,
  );
  expect(lines).toHaveLength(3);
});

it('shows the first twenty kinds of problems and counts the others', async () => {
  await writeHubFile(workshop.data('faulty.parquet'), {
    types: Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`Extra ${index}`, 'INTEGER'])),
  });
  const { said } = await workshop.run([workshop.data('faulty.parquet')]);
  expect(said.split('\n')).toHaveLength(22);
  expect(said).toMatch(/\n  … and 5 more$/);
});
