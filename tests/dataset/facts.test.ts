import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { formatFactProblem, readFactFile } from '../../src/dataset/fact-file.ts';
import { checkFacts, factProblems, problemsOf, readFacts, type Facts } from '../../src/dataset/facts.ts';

const data = fileURLToPath(new URL('../../data', import.meta.url));
let folder: string;
let texts: Record<string, string>;
/** The tables as they are in the report: an edit is of one file, and the others need not be read again. */
let right: Facts;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'facts-'));
  const names = [
    'runs.csv',
    'corrections.csv',
    'moe.csv',
    'cautions.csv',
    'identity.csv',
    'datapackage.json',
  ];
  for (const name of names) await cp(join(data, name), join(folder, name));
  texts = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
  right = await readFacts(data);
});
beforeEach(async () => {
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
});
afterAll(() => rm(folder, { recursive: true }));

/** What is said of the folder once a file in it has been edited. */
async function said(file: string, edit: (text: string) => string): Promise<string[]> {
  const edited = edit(texts[file]!);
  expect(edited, 'the edit changes the file').not.toBe(texts[file]);
  await writeFile(join(folder, file), edited);
  const { files, recorded } = file === 'datapackage.json' ? await readFacts(folder) : right;
  const read = files.map(async (each) => (each.file === file ? readFactFile(folder, each.table) : each));
  return problemsOf({ files: await Promise.all(read), recorded }).map(formatFactProblem);
}

/** An edit of one cell of a line, counted from 1 with the header, of a file whose line holds no quotes. */
const cell = (line: number, column: number, value: string) => (text: string) => {
  const lines = text.split('\n');
  const cells = lines[line - 1]!.split(',');
  cells[column - 1] = value;
  lines[line - 1] = cells.join(',');
  return lines.join('\n');
};
const added = (line: string) => (text: string) => `${text}${line}\n`;
const repeatedLine = (at: number) => (text: string) => `${text}${text.split('\n')[at - 1]}\n`;

test('the data of the report are right', async () => {
  expect(await factProblems(data)).toEqual([]);
  await expect(checkFacts(data)).resolves.toBeUndefined();
});

/** The line behind the last one of corrections.csv. */
const end = readFileSync(join(data, 'corrections.csv'), 'utf8').split('\n').length;
const correction = (value: string, model = '01-ai/Yi-34B', column = 'parameters_b') =>
  `${model},${column},${value},A reason.,A source.`;

/** The first line of identity.csv whose model has a root. */
const withRoot =
  readFileSync(join(data, 'identity.csv'), 'utf8')
    .split('\n')
    .findIndex((line) => !line.includes('"') && line.split(',')[4] === 'Qwen/Qwen2.5-14B') + 1;

// Each edit, the place that is named, and what is said of it.
test.each<[what: string, file: string, edit: (text: string) => string, place: string, ...words: string[]]>([
  [
    'a line that stands twice',
    'corrections.csv',
    repeatedLine(2),
    `line ${end}, column model, column`,
    'line 2 has it already',
  ],
  [
    'a line again in another case',
    'corrections.csv',
    added(correction('8.03', 'AADITYA/Llama3-OpenBioLLM-70B')),
    `line ${end}`,
    'line 3 has it already',
  ],
  [
    'a model that the table has not',
    'corrections.csv',
    added(correction('34', '01-ai/Yi-34')),
    `line ${end}, column model`,
    'runs.csv has no such model',
    '01-ai/Yi-34B',
  ],
  [
    'a model that is like none',
    'corrections.csv',
    added(correction('34', 'nobody/of-this-table-at-all')),
    `line ${end}, column model`,
    'right would be one that it has, or no line for nobody/of-this-table-at-all.',
  ],
  [
    'a model in another case',
    'corrections.csv',
    added(correction('34', '01-AI/yi-34b')),
    `line ${end}, column model`,
    '01-ai/Yi-34B',
  ],
  ['a blank model', 'corrections.csv', added(correction('34', '')), `line ${end}, column model`, 'missing'],
  [
    'a column that no table has',
    'corrections.csv',
    added(correction('34', '01-ai/Yi-34B', 'parameter_b')),
    `line ${end}, column column`,
    'not one of those allowed',
    'parameters_b',
  ],
  [
    'a column that cannot be corrected',
    'corrections.csv',
    added(correction('50', '01-ai/Yi-34B', 'average')),
    `line ${end}, column column`,
    'not one of those allowed',
  ],
  [
    'nan',
    'corrections.csv',
    added(correction('nan')),
    `line ${end}, column value`,
    'not of type number',
    'a size above 0',
  ],
  [
    'infinity',
    'corrections.csv',
    added(correction('Infinity')),
    `line ${end}, column value`,
    'not of type number',
  ],
  [
    'a number beyond all',
    'corrections.csv',
    added(correction('1e999')),
    `line ${end}, column value`,
    'a size above 0',
  ],
  [
    'a size below 0',
    'corrections.csv',
    added(correction('-5')),
    `line ${end}, column value`,
    'below',
    'a size above 0',
  ],
  [
    'a size in millions',
    'corrections.csv',
    added(correction('34389')),
    `line ${end}, column value`,
    'above 2000',
    'in billions',
  ],
  [
    'a size too small to be one',
    'corrections.csv',
    added(correction('1e-320')),
    `line ${end}, column value`,
    'a size above 0',
  ],
  ['a size of 0', 'corrections.csv', added(correction('0')), `line ${end}, column value`, 'a size above 0'],
  [
    'a type that there is not',
    'corrections.csv',
    added(correction('instruct', '01-ai/Yi-34B', 'type')),
    `line ${end}, column value`,
    'not one of those allowed',
    'fine-tuned',
  ],
  [
    'the type that is recorded',
    'corrections.csv',
    added(correction('pretrained', '01-ai/Yi-34B', 'type')),
    `line ${end}, column value`,
    'it is the type that is recorded',
  ],
  [
    'a decimal comma',
    'corrections.csv',
    added(correction('"34,4"')),
    `line ${end}, column value`,
    'not of type number',
  ],
  [
    'a decimal comma without quotes',
    'corrections.csv',
    added(correction('34,4')),
    `line ${end}`,
    '6 values and not 5',
  ],
  ['a unit', 'corrections.csv', added(correction('34 B')), `line ${end}, column value`, 'not of type number'],
  [
    'a hexadecimal number',
    'corrections.csv',
    added(correction('0x22')),
    `line ${end}, column value`,
    'not of type number',
  ],
  ['a blank value', 'corrections.csv', added(correction('')), `line ${end}, column value`, 'missing'],
  [
    'the value that is recorded',
    'corrections.csv',
    added(correction('34.389')),
    `line ${end}, column value`,
    'nothing is corrected',
  ],
  [
    'no reason',
    'corrections.csv',
    added('01-ai/Yi-34B,parameters_b,34,,A source.'),
    `line ${end}, column reason`,
    'missing',
  ],
  [
    'no source',
    'corrections.csv',
    added('01-ai/Yi-34B,parameters_b,34,A reason.,'),
    `line ${end}, column source`,
    'missing',
  ],
  [
    'a reason that a spreadsheet would compute',
    'corrections.csv',
    added('01-ai/Yi-34B,parameters_b,34,=1+1,A source.'),
    `line ${end}, column reason`,
    'for a formula',
  ],
  [
    'a reason of spaces',
    'corrections.csv',
    added('01-ai/Yi-34B,parameters_b,34,  ,A source.'),
    `line ${end}, column reason`,
    'spaces',
  ],
  [
    'spaces around a name',
    'corrections.csv',
    added(correction('34', ' 01-ai/Yi-34B')),
    `line ${end}, column model`,
    'spaces',
    '"01-ai/Yi-34B"',
  ],
  [
    'a value too few',
    'corrections.csv',
    added('01-ai/Yi-34B,parameters_b,34,A reason.'),
    `line ${end}`,
    '4 values and not 5',
  ],
  [
    'a quote that never closes',
    'corrections.csv',
    added('01-ai/Yi-34B,parameters_b,34,"A reason.,A source.'),
    'corrections.csv',
    'Quote',
  ],
  [
    'a header in another order',
    'corrections.csv',
    (text) => text.replace('reason,source', 'source,reason'),
    'line 1',
    'the header is another',
  ],
  [
    'a header with a column more',
    'corrections.csv',
    (text) => text.replace('source\n', 'source,note\n'),
    'line 1, column note',
    'not known',
  ],
  [
    'a text in another encoding',
    'corrections.csv',
    (text) => text.replace('The size', 'The s\uFFFDze'),
    'line 3, column reason',
    'not UTF-8',
  ],
  [
    'a tab in a reason',
    'corrections.csv',
    added('01-ai/Yi-34B,parameters_b,34,A\treason.,A source.'),
    `line ${end}, column reason`,
    'control character',
  ],
  ['an empty file', 'corrections.csv', () => '', 'line 1', 'the header is another'],

  [
    'a judgement that stands twice',
    'moe.csv',
    repeatedLine(2),
    'line 133, column model',
    'line 2 has it already',
  ],
  [
    'a model that was never run',
    'moe.csv',
    cell(2, 1, 'abacusai/Smaug-Mixtral-v0.2'),
    'line 2, column model',
    'abacusai/Smaug-Mixtral-v0.1',
  ],
  ['neither true nor false', 'moe.csv', cell(2, 2, 'yes'), 'line 2, column moe', 'true or false'],
  ['half an expert', 'moe.csv', cell(2, 3, '7.5'), 'line 2, column experts', 'not of type integer'],
  [
    'more experts than INTEGER holds',
    'moe.csv',
    cell(2, 3, '3000000000'),
    'line 2, column experts',
    'not of type integer',
    'a whole number from 1 to 2147483647',
  ],
  ['no experts at all', 'moe.csv', cell(2, 3, '0'), 'line 2, column experts', 'below 1'],
  [
    'more experts for a token than there are',
    'moe.csv',
    cell(2, 4, '9'),
    'line 2, column experts_per_token',
    'at most 8',
  ],
  [
    'more active weights than there are',
    'moe.csv',
    cell(2, 5, '47.5'),
    'line 2, column active_parameters_b',
    'more than the model has, 46.703',
  ],
  ['active weights below 0', 'moe.csv', cell(2, 5, '-5'), 'line 2, column active_parameters_b', 'below 0'],
  [
    'active weights of nan',
    'moe.csv',
    cell(2, 5, 'NaN'),
    'line 2, column active_parameters_b',
    'not of type number',
  ],
  ['a method that is none', 'moe.csv', cell(2, 6, 'publishd'), 'line 2, column method', 'published'],
  ['no method', 'moe.csv', cell(2, 6, ''), 'line 2, column method', 'needs one'],
  [
    'unknown with a number',
    'moe.csv',
    cell(2, 6, 'unknown'),
    'line 2, column active_parameters_b',
    'unknown',
  ],
  [
    'published without a number',
    'moe.csv',
    cell(2, 5, ''),
    'line 2, column active_parameters_b',
    'the method is published',
  ],
  [
    'a dense model with experts',
    'moe.csv',
    cell(2, 2, 'false'),
    'line 2, column experts',
    'a dense model has none',
  ],
  ['no reason for a judgement', 'moe.csv', cell(2, 7, ''), 'line 2, column reason', 'missing'],

  [
    'a model without an identity',
    'identity.csv',
    (text) => text.split('\n').toSpliced(1, 1).join('\n'),
    'identity.csv, column model',
    'has no line',
    'npm run data:identity',
  ],
  [
    'a root that nobody knows',
    'identity.csv',
    cell(2, 5, 'a/nobody'),
    'line 2, column root',
    'no current name of a model',
  ],
  [
    'a model that is its own root',
    'identity.csv',
    cell(2, 5, '0-hero/Matter-0.2-7B-DPO'),
    'line 2, column root',
    'in a circle',
  ],
  [
    'a parent without a root',
    'identity.csv',
    cell(2, 6, '01-ai/Yi-6B'),
    'line 2, column parent',
    'a model without a root has none',
  ],
  [
    'a copy of itself',
    'identity.csv',
    cell(2, 7, '0-hero/Matter-0.2-7B-DPO'),
    'line 2, column copy_of',
    'no model is a copy of itself',
  ],
  [
    'a former name that is a current one',
    'identity.csv',
    cell(2, 3, '01-ai/Yi-6B'),
    'line 2, column former_names',
    'is the current name of a model',
  ],
  [
    'a former name of two models',
    'identity.csv',
    cell(2, 3, 'gpt2-old; gpt2'),
    'line ',
    'gpt2 is a former name of 0-hero/Matter-0.2-7B-DPO as well',
  ],
  [
    'a lineage of its own that is no pretrained model',
    'identity.csv',
    cell(2, 8, '0-hero/Matter-0.2-7B-DPO'),
    'line 2, column lineage',
    'is its own',
  ],
  [
    'a root that is a former name',
    'identity.csv',
    cell(2, 5, 'meta-llama/Meta-Llama-3.1-8B'),
    'line 2, column root',
    'right would be meta-llama/Llama-3.1-8B.',
  ],
  [
    'a lineage that is neither a model nor a group',
    'identity.csv',
    cell(2, 8, 'NaN'),
    'line 2, column lineage',
    'no current name of a model',
  ],
  [
    'another lineage than that of the root',
    'identity.csv',
    cell(withRoot, 8, '01-ai/Yi-6B'),
    `line ${withRoot}, column lineage`,
    'its root is of Qwen/Qwen2.5-14B',
  ],
  [
    'an identity under which the model was never known',
    'identity.csv',
    cell(2, 2, 'a/new-name'),
    'line 2, column identity',
    '0-hero/Matter-0.2-7B-DPO is not among the former names of a/new-name',
  ],
  [
    'a former name that is a current one in another case',
    'identity.csv',
    cell(2, 3, '01-AI/yi-6b'),
    'line 2, column former_names',
    'is the current name of a model',
  ],
  ...['identity.csv', 'moe.csv', 'corrections.csv', 'cautions.csv'].map(
    (file): [string, string, (text: string) => string, string, string] => [
      `${file} without a line`,
      file,
      (text) => `${text.split('\n')[0]}\n`,
      file,
      'it has a header and no lines',
    ],
  ),
  [
    'semicolons between the columns',
    'moe.csv',
    (text) => text.replaceAll(',', ';').replaceAll('"', ''),
    'moe.csv, line 1',
    'the columns are separated by semicolons',
    'CSV with commas',
  ],
  ['a method that is none', 'identity.csv', cell(2, 9, 'guessed'), 'line 2, column method', 'assumed'],

  ['a score raised by hand', 'runs.csv', cell(2, 23, '99'), 'runs.csv', 'fingerprint', 'restore'],
  [
    'a caution again in another case',
    'cautions.csv',
    added('GPT2,gpt2_float16,partial-run,Evidence.,A source.'),
    'line 19',
    'line 8 has it already',
  ],
  [
    'a caution of an unknown kind',
    'cautions.csv',
    (text) => text.replace(',flagged,', ',cheat,'),
    'column kind',
    'not one of those allowed',
    'partial-run',
  ],
  [
    'a caution about a run that is not there',
    'cautions.csv',
    (text) => text.replace('gpt2_float16', 'gpt2_float32'),
    'line 8, column evaluation',
    'runs.csv has no such evaluation',
    'gpt2_float16',
  ],
  [
    'a caution about a run of another model',
    'cautions.csv',
    added('01-ai/Yi-34B,gpt2_float16,partial-run,Evidence.,A source.'),
    'line 19, column evaluation',
    'a run of gpt2',
  ],
  [
    'a caution about a complete run',
    'cautions.csv',
    (text) => text.replace('gpt2_float16', 'gpt2_bfloat16'),
    'line 8, column kind',
    'the run does not call for it',
  ],
  [
    'a partial run without its name',
    'cautions.csv',
    (text) => text.replace('gpt2,gpt2_float16', 'gpt2,'),
    'line 8, column evaluation',
    'about one run',
  ],
  [
    'a run far below its children without its name',
    'cautions.csv',
    (text) => text.replace('microsoft_phi-4_bfloat16', ''),
    'line 15, column evaluation',
    'about one run',
  ],
  [
    'a caution about all results that names a run',
    'cautions.csv',
    (text) => text.replace(',,off-plane', ',gpt2_bfloat16,off-plane'),
    'line 2, column evaluation',
    'about every run',
  ],
  [
    'a partial run without a caution',
    'cautions.csv',
    (text) => text.replace(/^gpt2,.*\n/m, ''),
    'cautions.csv',
    'gpt2_float16 calls for a caution of kind partial-run',
  ],
  [
    'a flagged run without a caution',
    'cautions.csv',
    (text) => text.replace(/^newsbang.*\n/m, ''),
    'cautions.csv',
    'calls for a caution of kind flagged',
  ],
  ['a score above 100', 'runs.csv', cell(2, 23, '101'), 'line 2', 'above 100'],
  [
    'a run left out',
    'runs.csv',
    (text) => text.split('\n').toSpliced(5, 1).join('\n'),
    'runs.csv',
    'fingerprint',
  ],
  ['a run that stands twice', 'runs.csv', repeatedLine(2), 'line 4578', 'line 2 has it already'],
  [
    'a day that is none',
    'runs.csv',
    (text) => text.replace(/,2024-06-\d\d,/, ',2024-06-31,'),
    'column',
    'not a day of the calendar',
  ],
  [
    'a data package without a fingerprint',
    'datapackage.json',
    () => '{}',
    'datapackage.json',
    'no fingerprint',
  ],
])('%s (%s)', async (_, file, edit, place, ...words) => {
  const lines = await said(file, edit);
  const found = lines.filter((line) => line.includes(place) && words.every((word) => line.includes(word)));
  expect(lines, lines.join('\n')).not.toEqual([]);
  expect(found, lines.join('\n')).not.toEqual([]);
});

test('all that is wrong is told at once, with its file, and nothing is published', async () => {
  await writeFile(join(folder, 'corrections.csv'), added(correction('-5'))(texts['corrections.csv']!));
  await writeFile(join(folder, 'moe.csv'), cell(2, 5, '-5')(texts['moe.csv']!));
  await expect(checkFacts(folder)).rejects.toThrow(
    new RegExp(`2 problems\\.\\n {2}corrections\\.csv, line ${end}.*\\n {2}moe\\.csv, line 2`),
  );
});

test('a file that cannot be read brings no problem of another', async () => {
  const lines = await said('corrections.csv', (text) => text.replaceAll(',', ';'));
  expect(lines).not.toEqual([]);
  expect(lines.filter((line) => !line.startsWith('corrections.csv'))).toEqual([]);
});

test('a file that is not there is told by its name', async () => {
  await rm(join(folder, 'moe.csv'));
  expect((await factProblems(folder)).map(formatFactProblem)).toEqual([
    expect.stringContaining('moe.csv: the file cannot be read'),
  ]);
});
