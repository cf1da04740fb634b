import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { claims } from '../claims/claims.ts';
import type { Named } from '../components/props.ts';
import { figures } from '../figures/figures.ts';
import { bibliographyFile, readBibliography } from '../references/bibliography.ts';
import { statisticIds } from '../statistics/statistics.ts';
import type { Problem } from './problem.ts';

/** What the content can name: ids by kind, and the addresses of files that the site publishes. */
export interface Known {
  ids: Record<Exclude<Named, 'term'>, readonly string[]>;
  /** Files by address, as `/data/claims.json`. */
  files: ReadonlySet<string>;
  /** Pages that are no file of content, by address, with the parts that their source names. */
  pages: ReadonlyMap<string, readonly string[]>;
  /** Works that say no reason of their own to be listed, so that the text has to cite them, with their lines. */
  toCite: readonly { key: string; line: number }[];
  /** Works that figures and pages rest on, with their lines and the ids and addresses of those. */
  used: readonly { key: string; line: number; by: readonly string[] }[];
  /** What is wrong with the list of works. */
  problems: readonly Problem[];
}

const pagesFolder = 'src/pages';

/** Everything that the content can name, as source and data stand now. */
export function known(): Known {
  const { keys, toCite, used, problems } = works(readFileSync(bibliographyFile, 'utf8'));
  return {
    ids: {
      statistic: statisticIds,
      claim: claims.map(({ id }) => id),
      figure: figures.map(({ id }) => id),
      replica: figures.filter(({ seed }) => seed).map(({ id }) => id),
      work: keys,
    },
    files: new Set([...sourceFiles(), ...publicFiles()]),
    pages: pages(),
    toCite,
    used,
    problems,
  };
}

/** A list of works; where it cannot be read, its keys and the reason with the line of the entry that it names. */
export function works(text: string): { keys: string[] } & Pick<Known, 'toCite' | 'used' | 'problems'> {
  const entries = [...text.matchAll(/^@\w+\{([^,\s]+),/gm)].map(({ 1: key = '', index }) => ({
    key,
    line: text.slice(0, index).split('\n').length,
  }));
  try {
    const read = readBibliography(text);
    const reasoned = new Set(read.filter(({ reason }) => reason !== undefined).map(({ id }) => id));
    const usedBy = new Map(read.map((work) => [work.id, work.usedBy]));
    return {
      keys: read.map(({ id }) => id),
      toCite: entries.filter(({ key }) => !reasoned.has(key)),
      used: entries
        .map((entry) => ({ ...entry, by: usedBy.get(entry.key) ?? [] }))
        .filter(({ by }) => by.length > 0),
      problems: [],
    };
  } catch (error) {
    const message = (error as Error).message;
    const line = entries.findLast(({ key }) => message.includes(`“${key}”`))?.line ?? 1;
    const problem = { file: bibliographyFile, line, column: 1, message };
    return { keys: entries.map(({ key }) => key), toCite: [], used: [], problems: [problem] };
  }
}

/** Files that a source file of their own name writes. */
const sourceFiles = (): string[] =>
  filesBelow(pagesFolder)
    .filter((path) => path.endsWith('.ts') && !path.includes('['))
    .map((path) => `/${path.replace(/\.ts$/, '')}`);

const publicFiles = (): string[] => filesBelow('public').map((path) => `/${path}`);

function pages(): Map<string, string[]> {
  const sources = filesBelow(pagesFolder).filter((path) => path.endsWith('.astro') && !path.includes('['));
  const fixed = sources.map((path): [string, string[]] => {
    const name = path.replace(/\.astro$/, '');
    const text = readFileSync(join(pagesFolder, path), 'utf8');
    const parts = [...text.matchAll(/\sid="([^"{}]+)"/g)].map(([, id = '']) => id);
    return [name === 'index' ? '/' : `/${name}/`, ['main', ...parts]];
  });
  const alone = figures.map(({ id }): [string, string[]] => [`/figures/${id}/`, []]);
  return new Map([...fixed, ...alone]);
}

/** The files of a folder and the folders in it, by their path from it, in order. */
function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
