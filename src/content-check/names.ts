import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { slugOf } from '../site/slug.ts';
import type { Problem } from './problem.ts';

/** What a file of content is by its path alone. */
export interface NamedFile {
  path: string;
  kind: 'abstract' | 'chapter' | 'concept' | 'page';
  /** Address segment of a chapter or a page, id of a concept. */
  slug: string;
}

const kinds: Readonly<Record<string, NamedFile['kind']>> = {
  content: 'abstract',
  'content/chapters': 'chapter',
  'content/concepts': 'concept',
  'content/pages': 'page',
};

/** What a path of a file of content says of it; where its name can be no address, the name stands for that. */
export function namedFile(path: string): NamedFile & { mistake?: string } {
  const kind = kinds[dirname(path)] ?? 'page';
  const name = basename(path);
  try {
    return { path, kind, slug: slugOf(name) };
  } catch (error) {
    return { path, kind, slug: name.replace(/\.mdx$/, ''), mistake: (error as Error).message };
  }
}

const pagesFolder = 'src/pages';

/** The source files of the pages that have an address of their own, by that address, in order. */
export const pageSources = (): Map<string, string> =>
  new Map(
    filesBelow(pagesFolder)
      .filter((path) => path.endsWith('.astro') && !path.includes('['))
      .map((path) => [
        `/${path.replace(/\.astro$/, '/').replace(/(^|\/)index\/$/, '$1')}`,
        join(pagesFolder, path),
      ]),
  );

/** The files of a folder and the folders in it, by their path from it, in order. */
export function filesBelow(folder: string): string[] {
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

/** The files of the content that are read, and beside them whatever else lies there. */
export function contentPaths(): { read: string[]; others: string[] } {
  const all = filesBelow('content').map((path) => `content/${path}`);
  const isRead = (path: string) => path.endsWith('.mdx') && dirname(path) in kinds;
  return { read: all.filter(isRead), others: all.filter((path) => !isRead(path)) };
}

/**
 * Files that would not be published, or in the place of another: two of one address or id, one at the address of a
 * page of the site, a page that nothing shows, and what is no MDX in one of the folders.
 *
 * @param pages the source files of the site's own pages, by address
 * @param others what lies beside the files that are read
 */
export function nameProblems(
  files: readonly NamedFile[],
  pages: ReadonlyMap<string, string>,
  others: readonly string[] = [],
): Problem[] {
  const problem = (file: string, message: string): Problem => ({ file, line: 1, column: 1, message });
  const taken = new Map(pages);
  for (const { kind, slug, path } of files) if (kind === 'page') taken.set(`/${slug}/`, path);
  return [
    ...files.flatMap(({ path, kind, slug }): Problem[] => {
      if (kind === 'abstract') return [];
      if (kind === 'page')
        return pages.has(`/${slug}/`)
          ? []
          : [problem(path, `no page shows this file; ${join(pagesFolder, slug)}.astro would be its page`)];
      const place = kind === 'chapter' ? `/${slug}/` : slug;
      const before = taken.get(place);
      taken.set(place, before ?? path);
      if (before === undefined) return [];
      return [
        kind === 'chapter'
          ? problem(path, `the address ${place} is taken by ${before}; give the chapter another name`)
          : problem(path, `the id “${slug}” is taken by ${before}; give the entry another name`),
      ];
    }),
    ...others
      // Editors and systems leave hidden files.
      .filter((path) => path !== 'content/references.bib' && !basename(path).startsWith('.'))
      .map((path) =>
        problem(
          path,
          'this file is published nowhere; a chapter is a file ….mdx in content/chapters, an entry of the glossary one in content/concepts',
        ),
      ),
  ];
}
