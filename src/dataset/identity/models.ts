import { unknownArchitectures } from '../architectures.ts';
import type { Run } from '../column.ts';
import { nameKey, namedBase } from './names.ts';
import { renames } from './renames.ts';

/** A model with all that the rules ask of its runs. */
export interface Model {
  /** Current name of its repository. */
  name: string;
  /** Every name under which it stands in the table. */
  names: readonly string[];
  /** Its runs, the one that counts first. */
  runs: readonly Run[];
  /** Corrected; null where none is known. */
  architecture: string | null;
  /** Parameters in billions, corrected; null where none are known. */
  size: number | null;
  official: boolean;
  merge: boolean;
  /** Day of its upload, or of its submission where that is not known. */
  day: string | null;
  /** Model that it names as its base, if another than itself, as it names it. */
  base: string | null;
}

/** Architectures, and sizes in billions, that take the place of what is recorded, by the key of a name. */
export interface CorrectedShapes {
  architectures: ReadonlyMap<string, string>;
  sizes: ReadonlyMap<string, number>;
}

const now = new Map(renames.map((rename) => [nameKey(rename.former), rename.now]));

/** The name that the Hub gives a repository today. */
export const currentName = (name: string): string => now.get(nameKey(name)) ?? name;

const text = (run: Run, column: string) => run[column] as string | null;
const rank = (run: Run) =>
  [text(run, 'submission_date') ?? '', text(run, 'precision') === 'bfloat16' ? '1' : '0'].join();

/** The newest run first, then the one at bfloat16, then the first in the table; as the reviewed preparation chooses. */
const newestFirst = (runs: readonly Run[]) =>
  runs.toSorted((a, b) => (rank(a) === rank(b) ? Number(a.row) - Number(b.row) : rank(a) < rank(b) ? 1 : -1));

const known = (architecture: string | null) =>
  architecture !== null && !unknownArchitectures.includes(architecture);

/** The models behind the runs, by the first row of each. */
export function modelsOf(runs: readonly Run[], corrected: CorrectedShapes): Model[] {
  const groups = Map.groupBy(runs, (run) => nameKey(currentName(text(run, 'model')!)));
  return [...groups.values()].map((group) => {
    const own = newestFirst(group);
    const names = [...new Set(own.map((run) => text(run, 'model')!))];
    const renamed = names.map(currentName).find((name) => !names.includes(name));
    const name = renamed ?? names.find((each) => currentName(each) === each) ?? names[0]!;
    const correctedOf = <V>(values: ReadonlyMap<string, V>) =>
      names.map((each) => values.get(nameKey(each))).find((value) => value !== undefined);
    const recordedArchitecture = own.map((run) => text(run, 'architecture')).find(known);
    const recordedSize = own.map((run) => Number(run.parameters_b)).find((size) => size > 0);
    const base = namedBase(text(own[0]!, 'base_model'));
    const days = own.flatMap((run) => text(run, 'upload_date') ?? text(run, 'submission_date') ?? []);
    return {
      name,
      names: names.toSorted(),
      runs: own,
      architecture: correctedOf(corrected.architectures) ?? recordedArchitecture ?? null,
      size: correctedOf(corrected.sizes) ?? recordedSize ?? null,
      official: own.some((run) => run.official_provider === true),
      merge: text(own[0]!, 'type') === 'merge' || own[0]!.merged === true,
      day: days.toSorted()[0] ?? null,
      base: base === null || nameKey(currentName(base)) === nameKey(name) ? null : base,
    };
  });
}
