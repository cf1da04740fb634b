import { readFileSync } from 'node:fs';
import { claims } from '../claims/claims.ts';
import type { Named } from '../components/props.ts';
import { figures } from '../figures/figures.ts';
import { bibliographyFile, readBibliography } from '../references/bibliography.ts';
import { statisticIds } from '../statistics/statistics.ts';
import { contentPaths, filesBelow, pageSources } from './names.ts';
import type { Problem } from './problem.ts';

/** What the content can name: ids by kind, and the addresses of files that the site publishes. */
export interface Known {
  ids: Record<Exclude<Named, 'term'>, readonly string[]>;
  /** Files by address, as `/data/claims.json`. */
  files: ReadonlySet<string>;
  /** Pages that are no file of content, by address, with the parts that their source names. */
  pages: ReadonlyMap<string, readonly string[]>;
  /** The source files of those of them that have an address of their own. */
  sources: ReadonlyMap<string, string>;
  /** What lies in the folder of the content and is not read. */
  others: readonly string[];
  /** Works that say no reason of their own to be listed, so that the text has to cite them, with their lines. */
  toCite: readonly { key: string; line: number }[];
  /** Works that figures and pages rest on, with their lines and the ids and addresses of those. */
  used: readonly { key: string; line: number; by: readonly string[] }[];
  /** What is wrong with the list of works. */
  problems: readonly Problem[];
}

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
    sources: pageSources(),
    others: contentPaths().others,
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
  filesBelow('src/pages')
    .filter((path) => path.endsWith('.ts') && !path.includes('['))
    .map((path) => `/${path.replace(/\.ts$/, '')}`);

const publicFiles = (): string[] => filesBelow('public').map((path) => `/${path}`);

function pages(): Map<string, string[]> {
  const fixed = [...pageSources()].map(([address, source]): [string, string[]] => {
    const parts = [...readFileSync(source, 'utf8').matchAll(/\sid="([^"{}]+)"/g)].map(([, id = '']) => id);
    return [address, ['main', ...parts]];
  });
  const alone = figures.map(({ id }): [string, string[]] => [`/figures/${id}/`, []]);
  return new Map([...fixed, ...alone]);
}
