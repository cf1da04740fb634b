import { isPartial } from './cautions.ts';
import type { FactFile, FactLine, FactProblem } from './fact-file.ts';

/** What can be seen of a single run, by the kind of caution that it calls for. */
const called: Readonly<Record<string, (run: FactLine) => boolean>> = {
  'partial-run': ({ values }) => typeof values.mmlu_pro_raw === 'number' && isPartial(values.mmlu_pro_raw),
  flagged: ({ values }) => values.flagged === true,
};

/** Kinds that are about one run. */
const aboutOneRun = new Set([...Object.keys(called), 'below-children']);

/**
 * Cautions that do not say which run they are about, or are about a run that does not call for them, and runs
 * that call for one and have none. Whether a model is off the plane, or far below its children, takes other models;
 * a test computes it.
 */
export function cautioned({ file, lines }: FactFile, runs: FactFile): FactProblem[] {
  const byName = new Map(runs.lines.map((run) => [run.texts.evaluation!, run]));
  const named = new Set(lines.map(({ texts }) => texts.evaluation!));
  const wrong = lines.flatMap(({ line, texts }): FactProblem[] => {
    const { model, evaluation, kind } = texts as Record<'model' | 'evaluation' | 'kind', string>;
    const at = { file, line, column: 'evaluation', value: evaluation };
    if (!aboutOneRun.has(kind))
      return evaluation === ''
        ? []
        : [{ ...at, rule: `a caution of kind ${kind} is about every run`, right: 'a blank cell' }];
    if (evaluation === '')
      return [{ ...at, rule: `a caution of kind ${kind} is about one run`, right: 'the name of the run' }];
    const run = byName.get(evaluation);
    if (!run) return [];
    if (run.texts.model !== model)
      return [{ ...at, rule: `it is a run of ${run.texts.model!}`, right: `a run of ${model}` }];
    return called[kind]?.(run) !== false
      ? []
      : [{ ...at, column: 'kind', value: kind, rule: 'the run does not call for it', right: 'no line' }];
  });
  const missing = runs.lines.flatMap((run): FactProblem[] => {
    const kind = Object.keys(called).find((each) => called[each]!(run));
    const evaluation = run.texts.evaluation!;
    return kind === undefined || named.has(evaluation)
      ? []
      : [
          {
            file,
            rule: `the run ${evaluation} calls for a caution of kind ${kind} and has none`,
            right: 'a line (npm run data:cautions)',
          },
        ];
  });
  return [...wrong, ...missing];
}
