import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A mistake of whoever asks for something new, said without a stack. */
export class Refusal extends Error {}

/** Refuses an id that is not well formed or that exists already. */
export function checkId(kind: string, id: string | undefined, taken: readonly string[]): string {
  if (id === undefined)
    throw new Refusal(`npm run new:${kind} needs a name, as in npm run new:${kind} my-own`);
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id))
    throw new Refusal(
      `“${id}” is no name of a ${kind}: it takes lower-case words joined by hyphens, as in my-own`,
    );
  if (taken.includes(id)) throw new Refusal(`there is a ${kind} “${id}” already`);
  return id;
}

/** `my-own` as a name in code: `myOwn`. */
export const camelCase = (id: string): string =>
  id.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** `my-own` as words: `My own`. */
export const inWords = (id: string): string =>
  `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`;

/** Writes a file that is not there yet. */
export function create(path: string, text: string): void {
  if (existsSync(path)) throw new Refusal(`${path} is there already`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(`wrote   ${path}`);
}

/** Changes the text of a file. Throws where the change finds nothing to change. */
export function edit(path: string, change: (text: string) => string): void {
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`${path} has another form than expected; nothing was changed in it`);
  writeFileSync(path, after);
  console.log(`changed ${path}`);
}

/**
 * Adds an import and an entry to a file that lists all of a kind: the import after the last, the entry at the end
 * of the list that a line opens.
 */
export const listed =
  (opening: string, imported: string, entry: string) =>
  (text: string): string => {
    const lastImport = text.lastIndexOf('\nimport ');
    const afterImport = text.indexOf('\n', lastImport + 1) + 1;
    const start = text.indexOf(opening, afterImport);
    const end = text.indexOf('\n];', start);
    if (lastImport < 0 || start < 0 || end < 0) return text;
    return `${text.slice(0, afterImport)}${imported}\n${text.slice(afterImport, end)}\n  ${entry},${text.slice(end)}`;
  };

export const chaptersFolder = 'content/chapters';

/** The files of the chapters, in order. */
export const chapterFiles = (): string[] =>
  readdirSync(chaptersFolder)
    .filter((name) => name.endsWith('.mdx'))
    .sort();

/** The slug of a chapter's file. */
export const slugOfFile = (name: string): string => name.replace(/^\d+-|\.mdx$/g, '');

/** Moves a chapter to another place in the order, in its name and in its front matter. */
export function moveChapter(name: string, order: number): void {
  const path = join(chaptersFolder, fileName(slugOfFile(name), order));
  renameSync(join(chaptersFolder, name), path);
  console.log(`moved   ${join(chaptersFolder, name)} to ${path}`);
  edit(path, (text) => text.replace(/^order: \d+$/m, `order: ${order}`));
}

/** The name of a chapter's file. */
export const fileName = (slug: string, order: number): string =>
  `${String(order).padStart(2, '0')}-${slug}.mdx`;

/** The file of a chapter by its slug; without one that of the last but one, since the last concludes. */
export function chapterPath(slug: string | undefined): string {
  const files = chapterFiles();
  const name =
    slug === undefined ? (files.at(-2) ?? files.at(-1)) : files.find((file) => slugOfFile(file) === slug);
  if (name === undefined)
    throw new Refusal(`there is no chapter “${slug}”; there are ${files.map(slugOfFile).join(', ')}`);
  return join(chaptersFolder, name);
}

/** Puts an element at the end of a chapter. */
export const showIn = (path: string, element: string): void =>
  edit(path, (text) => `${text.trimEnd()}\n\n${element}\n`);
