import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cautioned } from './caution-facts.ts';
import type { Run, Table } from './column.ts';
import {
  brokenText,
  formatFactProblem,
  nearOf,
  readFactFile,
  type FactFile,
  type FactLine,
  type FactProblem,
} from './fact-file.ts';
import { fingerprint } from './fingerprint.ts';
import { identityProblems } from './identity/check.ts';
import { identityTable } from './identity/table.ts';
import { allRuns, cautions, corrections, factTables, moeReview } from './tables.ts';

/** As the preparations compare names. */
const key = (name: string): string => name.trim().toLowerCase();

/** Lines that say again what an earlier one has said: of one key or one unique value; case aside where it is a model's name. */
function repeated({ table, file, lines }: FactFile): FactProblem[] {
  // It has a line for every spelling of a name.
  const folded = table.name !== identityTable.name;
  const keys = [
    table.key,
    ...Object.values(table.columns).flatMap(({ name, unique }) => (unique ? [[name]] : [])),
  ];
  return keys.flatMap((names) => {
    const first = new Map<string, number>();
    return lines.flatMap(({ line, texts }): FactProblem[] => {
      const of = names
        .map((name) => (folded && table.columns[name]!.refersTo ? key(texts[name]!) : texts[name]!))
        .join('\n');
      const earlier = first.get(of);
      if (earlier === undefined) {
        first.set(of, line);
        return [];
      }
      const value = names.map((name) => texts[name]!).join(', ');
      return [
        {
          file,
          line,
          column: names.join(', '),
          value,
          rule: `line ${earlier} has it already`,
          right: 'one line',
        },
      ];
    });
  });
}

/** Values that another table should have and has not, spelt so. */
function astray({ table, file, lines }: FactFile, files: readonly FactFile[]): FactProblem[] {
  return Object.values(table.columns).flatMap(({ name, refersTo }) => {
    if (refersTo === undefined) return [];
    const [other, column] = refersTo.split('.') as [string, string];
    const there = files.find((each) => each.table.name === other)!;
    // That the other file cannot be read is told of that file.
    if (there.lines.length === 0) return [];
    const known = [...new Set(there.lines.map(({ texts }) => texts[column]!))];
    const set = new Set(known);
    return lines.flatMap(({ line, texts }): FactProblem[] => {
      const value = texts[name]!;
      if (value === '' || set.has(value)) return [];
      return [
        {
          file,
          line,
          column: name,
          value,
          rule: `${there.file} has no such ${column}`,
          right: nearOf(value, known) ?? `one that it has, or no line for ${value.slice(0, 160)}`,
        },
      ];
    });
  });
}

/** The runs of a model, case aside, by its name. */
function runsByModel(runs: FactFile): ReadonlyMap<string, readonly FactLine[]> {
  const found = new Map<string, FactLine[]>();
  for (const line of runs.lines) {
    const name = key(line.texts.model!);
    found.set(name, [...(found.get(name) ?? []), line]);
  }
  return found;
}

// What is not above zero stands for a size that was not read, and what is above this is not in billions.
const sizeRange = { minimum: 0.0001, maximum: 2000 };
const rightSize = `a size above 0, in billions, up to ${sizeRange.maximum}`;

/** Corrections whose value the column could not hold, or that change nothing. */
function corrected({ file, lines }: FactFile, runs: FactFile): FactProblem[] {
  const of = runsByModel(runs);
  return lines.flatMap(({ line, texts }): FactProblem[] => {
    const { model, column, value } = texts as { model: string; column: string; value: string };
    const target = runs.table.columns[column];
    if (!target || value === '') return [];
    const sized = column === 'parameters_b' ? { ...target, ...sizeRange } : target;
    const at = { file, line, column: 'value', value };
    const broken = brokenText(sized, value);
    if (broken) return [{ ...at, ...broken, right: column === 'parameters_b' ? rightSize : broken.right }];
    const own = of.get(key(model)) ?? [];
    return own.length > 0 && own.every((run) => run.texts[column] === value)
      ? [
          {
            ...at,
            rule: `it is the ${column} that is recorded, so that nothing is corrected`,
            right: 'no line',
          },
        ]
      : [];
  });
}

/** Judgements of Mixture of Experts models that contradict themselves or the size of the model. */
function judged(
  { file, lines }: FactFile,
  runs: FactFile,
  correctionLines: readonly FactLine[],
): FactProblem[] {
  const of = runsByModel(runs);
  const sizes = new Map(
    correctionLines
      .filter(({ texts }) => texts.column === 'parameters_b')
      .map(({ texts }) => [key(texts.model!), Number(texts.value)]),
  );
  return lines.flatMap(({ line, texts, values }): FactProblem[] => {
    const problem = (column: string, rule: string, right: string): FactProblem => ({
      file,
      line,
      column,
      value: texts[column],
      rule,
      right,
    });
    const { moe, experts, experts_per_token: used, active_parameters_b: active, method } = values;
    if (moe === false)
      return ['experts', 'experts_per_token', 'active_parameters_b', 'method'].flatMap((name) =>
        texts[name] === '' ? [] : [problem(name, 'a dense model has none', 'a blank cell')],
      );
    const found: FactProblem[] = [];
    if (moe === true && method === null)
      found.push(
        problem('method', 'a Mixture of Experts needs one', 'published, derived, assumed or unknown'),
      );
    if (method === 'unknown' && active !== null)
      found.push(problem('active_parameters_b', 'the method says that it is unknown', 'a blank cell'));
    if (method !== null && method !== 'unknown' && texts.active_parameters_b === '')
      found.push(
        problem('active_parameters_b', `the method is ${String(method)}`, 'the number of active parameters'),
      );
    if (typeof experts === 'number' && typeof used === 'number' && used > experts)
      found.push(problem('experts_per_token', 'more than there are experts', `at most ${experts}`));
    const name = key(texts.model!);
    const total =
      sizes.get(name) ?? Math.max(...(of.get(name) ?? []).map((run) => Number(run.values.parameters_b)));
    // Makers round: 12.9 of 46.7 is published for a file of 46.703.
    if (typeof active === 'number' && Number.isFinite(total) && active > total * 1.01)
      found.push(problem('active_parameters_b', `more than the model has, ${total}`, `at most ${total}`));
    if (active === 0) found.push(problem('active_parameters_b', 'no weights would work', 'a number above 0'));
    return found;
  });
}

/** The fingerprint of the runs that the data package of a folder records; undefined where it records none. */
const recordedFingerprint = (folder: string): Promise<string | undefined> =>
  readFile(join(folder, 'datapackage.json'), 'utf8')
    .then((text) => (JSON.parse(text) as { fingerprint?: { value?: string } }).fingerprint?.value)
    .catch(() => undefined);

/** That the runs are those that the importer wrote, by the recorded fingerprint. */
function imported(runs: FactFile, recorded: string | undefined): FactProblem[] {
  if (recorded === undefined)
    return [
      {
        file: 'datapackage.json',
        rule: 'it records no fingerprint of the runs',
        right: 'the file that the importer wrote',
      },
    ];
  const found = fingerprint(runs.lines.map(({ values }) => values as Run));
  if (found === recorded) return [];
  return [
    {
      file: runs.file,
      value: found.slice(0, 12),
      rule: `the fingerprint of the runs is not the recorded one, ${recorded.slice(0, 12)}: the file is written by the importer and was changed since`,
      right:
        'the file of the release (restore it or import it again; what is wrong in it is a line of corrections.csv)',
    },
  ];
}

/** The tables of facts as they were read, with the fingerprint that is recorded of the runs. */
export interface Facts {
  files: readonly FactFile[];
  recorded: string | undefined;
}

/** Reads the tables of facts in a folder. */
export const readFacts = async (folder: string): Promise<Facts> => ({
  files: await Promise.all(factTables.map((table) => readFactFile(folder, table))),
  recorded: await recordedFingerprint(folder),
});

/** What is wrong with the tables of facts in a folder; empty where nothing is. Sorted by file and line. */
export const factProblems = async (folder = 'data'): Promise<FactProblem[]> =>
  problemsOf(await readFacts(folder));

/** What is wrong with tables of facts. */
export function problemsOf({ files, recorded }: Facts): FactProblem[] {
  const of = (table: Table) => files.find((each) => each.table.name === table.name)!;
  const [runs, corrections_, moe, identity] = [
    of(allRuns),
    of(corrections),
    of(moeReview),
    of(identityTable),
  ];
  const problems = files.flatMap((file) => [...file.problems, ...repeated(file), ...astray(file, files)]);
  problems.push(...corrected(corrections_, runs));
  if (identity.lines.length > 0) problems.push(...identityProblems(identity, runs));
  // Without the corrections the sizes are not known that a judgement is held against.
  if (corrections_.lines.length > 0) problems.push(...judged(moe, runs, corrections_.lines));
  // Nor is it known which run a caution is about without the runs.
  if (runs.lines.length > 0) problems.push(...cautioned(of(cautions), runs));
  if (runs.problems.length === 0) problems.push(...imported(runs, recorded));
  const place = ({ file }: FactProblem) => files.findIndex((each) => each.file === file);
  return problems.sort((a, b) => place(a) - place(b) || (a.line ?? 0) - (b.line ?? 0));
}

const shownProblems = 20;

/** Rejects with an Error that lists what is wrong with the tables of facts in a folder, if anything is. */
export async function checkFacts(folder = 'data'): Promise<void> {
  const problems = await factProblems(folder);
  if (problems.length === 0) return;
  const hidden = problems.length - shownProblems;
  throw new Error(
    [
      `The data in ${folder}/ cannot be published: ${problems.length === 1 ? '1 problem' : `${problems.length} problems`}.`,
      ...problems.slice(0, shownProblems).map((problem) => `  ${formatFactProblem(problem)}`),
      ...(hidden > 0 ? [`  … and ${hidden} more`] : []),
    ].join('\n'),
  );
}
