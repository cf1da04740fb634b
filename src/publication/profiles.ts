import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { preparations } from '../dataset/preparations.ts';
import { factsOf, type Facts } from '../finder/facts.ts';
import { loadFamilies } from '../finder/family.ts';
import { modelTableOf, modelTableQuery, type ModelTable } from '../finder/model-table.ts';
import { fileNumberOf, type ProfileFile } from '../finder/profile-files.ts';
import { contentKey, keep, kept, statisticsInputs } from './cache.ts';
import { lendEngine } from './lend-engine.ts';

/** Most bytes of a file of profiles, compressed. */
export const mostProfileBytes = 40_000;

/** As many files as were needed when this was written; more are made where they do not suffice. */
const fewestFiles = 256;

/** The files of profiles as texts, and a name for their content. */
export interface Profiles {
  version: string;
  files: readonly string[];
}

/** Digits that a double has for certain: those behind them come from the arithmetic alone. */
const exact = (_key: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(15)) : value;

/** The table of the reviewed models, and all that the finder says of each. */
export const askProfiles = (): Promise<{ table: ModelTable; facts: readonly Facts[] }> =>
  lendEngine(async (engine) => {
    const table = modelTableOf(
      await modelTableQuery(preparations.reviewed.id).askOf((sql) => engine.query(sql)),
    );
    const familyOf = await loadFamilies(engine);
    return { table, facts: table.models.map((model, at) => factsOf(table, at, familyOf(model))) };
  });

/** Spreads what is said of models over `count` files, each under the names by which it is looked for. */
export function spread(
  { positions }: Pick<ModelTable, 'positions'>,
  facts: readonly Facts[],
  count: number,
): string[] {
  const files = Array.from({ length: count }, () => ({
    // A name may be one that every other object has.
    names: Object.create(null) as Record<string, number>,
    places: [] as number[],
  }));
  for (const [name, at] of [...positions].sort(([a, one], [b, other]) => one - other || (a < b ? -1 : 1))) {
    const { names, places } = files[fileNumberOf(name, count)]!;
    if (!places.includes(at)) places.push(at);
    names[name] = places.indexOf(at);
  }
  return files.map(({ names, places }) => {
    const file: ProfileFile = { names, facts: places.map((at) => facts[at]!) };
    return JSON.stringify(file, exact);
  });
}

const fits = (file: string) => gzipSync(file, { level: 9 }).length <= mostProfileBytes;

async function compute(): Promise<readonly string[]> {
  const { table, facts } = await askProfiles();
  let files = spread(table, facts, fewestFiles);
  while (!files.every(fits)) {
    if (files.length > table.models.length)
      throw new Error(`A model alone makes a file of profiles of more than ${mostProfileBytes} bytes.`);
    files = spread(table, facts, files.length * 2);
  }
  return files;
}

let made: Promise<Profiles> | undefined;

async function make(): Promise<Profiles> {
  const key = contentKey(
    [process.version],
    [...statisticsInputs, 'src/finder', 'src/publication/profiles.ts'],
  );
  const known = kept<readonly string[]>('profiles', key);
  const files = known ?? (await compute());
  if (!known) keep('profiles', key, files);
  const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 12);
  return { version, files };
}

/** What the model finder says of every reviewed model, in files of the build; made once, or taken from the cache. */
export const profiles = (): Promise<Profiles> => (made ??= make());
