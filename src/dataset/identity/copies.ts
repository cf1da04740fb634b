import { benchmarks } from '../benchmarks.ts';
import type { Run } from '../column.ts';
import type { Model } from './models.ts';
import { convertedCopies, notCopies } from './reviewed.ts';

const scoresOf = (run: Run) => benchmarks.map((name) => run[`${name}_raw`]).join();

/** The earliest first: an official one, then by day of upload, of submission, and place in the table. */
const place = ({ official, day, runs }: Model) =>
  [
    official ? '0' : '1',
    day ?? '9999',
    String(runs[0]!.submission_date ?? '9999'),
    String(Math.min(...runs.map(({ row }) => Number(row)))).padStart(6, '0'),
  ].join();

/**
 * The original of every model that is a copy, by name. Copies share all six raw scores to the last digit in a run,
 * or the commit of whole weights, or are known by their page.
 */
export function originalsOf(models: readonly Model[]): Map<string, string> {
  const groups = new Map<string, Set<Model>>();
  const join = (mark: string, model: Model) => {
    const group = groups.get(mark) ?? new Set();
    groups.set(mark, group.add(model));
  };
  for (const model of models) {
    if (notCopies.has(model.name)) continue;
    for (const run of model.runs) {
      join(scoresOf(run), model);
      if (run.weight_type === 'original' && run.model_sha !== null) join(String(run.model_sha), model);
    }
  }
  const originals = new Map<string, string>();
  for (const group of groups.values()) {
    const [first, ...others] = [...group].toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
    for (const { name } of others) originals.set(name, first!.name);
  }
  for (const { name } of models) {
    const original = convertedCopies.get(name);
    if (original !== undefined) originals.set(name, original);
  }
  // A copy of a copy is a copy of the first.
  for (const [name, original] of originals) {
    let end = original;
    while (originals.has(end)) end = originals.get(end)!;
    originals.set(name, end);
  }
  return originals;
}
