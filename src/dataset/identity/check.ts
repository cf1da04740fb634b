import { nearestOf, type FactFile, type FactLine, type FactProblem } from '../fact-file.ts';
import { between } from './identify.ts';
import { nameKey } from './names.ts';
import { outside } from './reviewed.ts';

const outsideNames: ReadonlySet<string> = new Set(
  outside.flatMap(({ model, parent, lineage }) =>
    [model, parent, lineage].filter((name) => name !== undefined),
  ),
);

/** What a line says that every line of one identity must say alike. */
const shared = ['former_names', 'commit', 'root', 'parent', 'copy_of', 'lineage', 'method'] as const;

/** What a group of assumed models is called: an architecture and a size. */
const assumedGroup = /^\S+ \d+(?:\.\d+)?B$/;

/** What is wrong between the lines of `identity.csv`, and between them and the runs. */
export function identityProblems({ file, lines }: FactFile, runs: FactFile): FactProblem[] {
  const problem = ({ line, texts }: FactLine, column: string, rule: string, right: string): FactProblem => ({
    file,
    line,
    column,
    value: texts[column],
    rule,
    right,
  });
  const told = new Set(lines.map(({ texts }) => texts.model!));
  const missing = [...new Set(runs.lines.map(({ texts }) => texts.model!))].filter((name) => !told.has(name));
  const problems = missing.map((model): FactProblem => ({
    file,
    column: 'model',
    value: model,
    rule: 'a model of runs.csv has no line',
    right: 'one line for every name; npm run data:identity writes them',
  }));

  const firstOf = new Map<string, FactLine>();
  const owners = new Map<string, string>();
  for (const line of lines) if (!firstOf.has(line.texts.identity!)) firstOf.set(line.texts.identity!, line);
  const identities = [...firstOf.keys()];
  const current = new Map(identities.map((name) => [nameKey(name), name]));
  const formerly = new Map(
    lines.flatMap(({ texts }) =>
      (texts.former_names ? texts.former_names.split(between) : []).map(
        (former) => [nameKey(former), texts.identity!] as const,
      ),
    ),
  );
  /** The current name that a name was most likely meant for. */
  const meant = (name: string) => formerly.get(nameKey(name)) ?? nearestOf(name, identities);
  const circles = new Set<string>();
  const identityOf = new Map(lines.map(({ texts }) => [nameKey(texts.model!), texts.identity!]));
  for (const line of lines) {
    const { model, identity, former_names, root, parent, copy_of, lineage, method } = line.texts as Record<
      string,
      string
    >;
    const first = firstOf.get(identity!)!;
    for (const column of shared)
      if (line.texts[column] !== first.texts[column])
        problems.push(
          problem(line, column, `line ${first.line} says another of ${identity}`, 'one for both'),
        );
    if (identityOf.get(nameKey(model!)) !== identity)
      problems.push(problem(line, 'identity', 'the same name in another case has another', 'one identity'));
    for (const former of former_names ? former_names.split(between) : []) {
      const owner = owners.get(nameKey(former)) ?? identity!;
      owners.set(nameKey(former), owner);
      if (owner !== identity)
        problems.push(
          problem(line, 'former_names', `${former} is a former name of ${owner} as well`, 'one owner'),
        );
      if (current.has(nameKey(former)))
        problems.push(
          problem(line, 'former_names', `${former} is the current name of a model`, 'a name that is gone'),
        );
    }
    if (nameKey(model!) !== nameKey(identity!) && formerly.get(nameKey(model!)) !== identity)
      problems.push(
        problem(
          line,
          'identity',
          `${model} is not among the former names of ${identity}`,
          `${model}, or a line of ${identity} with it among its former names`,
        ),
      );
    for (const [column, name] of Object.entries({ root, parent, copy_of, lineage })) {
      if (!name || firstOf.has(name)) continue;
      if (column !== 'copy_of' && outsideNames.has(name)) continue;
      if (column === 'lineage' && method === 'assumed' && assumedGroup.test(name)) continue;
      problems.push(
        problem(
          line,
          column,
          'it is no current name of a model, and none of those outside the table that are described',
          meant(name),
        ),
      );
    }
    const origin = root ? firstOf.get(root)?.texts : undefined;
    if (origin?.root)
      problems.push(problem(line, 'root', `that has a root itself, ${origin.root}`, origin.root));
    else if (origin && origin.lineage !== lineage)
      problems.push(problem(line, 'lineage', `its root is of ${origin.lineage}`, origin.lineage!));
    const above = parent && parent !== root ? firstOf.get(parent)?.texts : undefined;
    if (above && root && above.root !== root)
      problems.push(
        problem(
          line,
          'parent',
          `its root is ${above.root || 'none'} and not ${root}`,
          'a model of the same root',
        ),
      );
    if (parent && !root)
      problems.push(problem(line, 'parent', 'a model without a root has none', 'a blank cell'));
    if (parent && parent === root)
      problems.push(problem(line, 'parent', 'it is the root', 'a blank cell, or a model between the two'));
    if ((method === 'own') !== (lineage === identity))
      problems.push(
        problem(
          line,
          'lineage',
          'a pretrained model, and no other, is its own',
          `method own and ${identity}, or neither`,
        ),
      );
    const of = copy_of ? firstOf.get(copy_of)?.texts.copy_of : '';
    if (of) problems.push(problem(line, 'copy_of', `that is a copy itself, of ${of}`, of));
    if (copy_of === identity)
      problems.push(problem(line, 'copy_of', 'no model is a copy of itself', 'a blank cell'));

    const seen = [identity!];
    for (let at: string | undefined = identity; at;) {
      const { parent: up, root: end }: Readonly<Record<string, string>> = firstOf.get(at)?.texts ?? {};
      at = up || end || undefined;
      if (at === undefined) break;
      if (seen.includes(at)) {
        const circle = seen.slice(seen.indexOf(at)).sort();
        // Told once, at the first of its models in the file, and not of all that descend from it.
        if (!circles.has(circle.join()) && circle.includes(identity!))
          problems.push(
            problem(
              line,
              'root',
              `the ancestors lead in a circle: ${[...seen, at].join(', ')}`,
              `one of ${circle.join(', ')} without a root`,
            ),
          );
        if (circle.includes(identity!)) circles.add(circle.join());
        break;
      }
      seen.push(at);
    }
  }
  return problems;
}
