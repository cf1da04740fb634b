import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { attribute, parseMdx, startOf, textOf, type Node } from '../site/mdx.ts';
import { slugOf } from '../site/slug.ts';

/** One place where the text cites a work. */
export interface Citation {
  /** Key of the work. */
  work: string;
  /** Place of the element in the content, `content/chapters/02-key-concepts.mdx:31:80`. */
  at: string;
  /** Id of the citation on its page, `cite-key-concepts-zhou2023instruction`. */
  anchor: string;
  /** Address of the page, from the root of the site. */
  page: string;
  /** Title of the page. */
  title: string;
  /** The heading that the citation stands under, or the term that it explains. */
  section: string | undefined;
}

/** Which pages the folders of the content become. */
const rooms: Record<string, (slug: string, title: string) => Pick<Citation, 'page' | 'title' | 'section'>> = {
  'content/chapters': (slug, title) => ({ page: `/${slug}/`, title, section: undefined }),
  'content/pages': (slug, title) => ({ page: `/${slug}/`, title, section: undefined }),
  'content/concepts': (_, title) => ({ page: '/glossary/', title: 'Glossary', section: title }),
};

/** The keys that the `id` of a `<Cite>` names. */
export const keysOf = (id: string): string[] => id.split(/\s+/).filter((key) => key !== '');

/**
 * The citations in the text of one file of content, in reading order. The second citation of a work in a file
 * has an anchor that ends in `-2`, and so on.
 *
 * @param path the file, relative to the project, in one of the folders of the content
 */
export const readCitations = (path: string, text: string): Citation[] =>
  citationsIn(path, slugOf(basename(path)), parseMdx(text));

/** The citations of a file of content that is parsed already. */
export function citationsIn(path: string, slug: string, root: Node): Citation[] {
  const room = rooms[dirname(path)];
  if (room === undefined) return [];
  const yaml = root.children?.find(({ type }) => type === 'yaml')?.value ?? '';
  const title = /^(?:title|term): *(["']?)(.*)\1 *$/m.exec(yaml)?.[2] ?? slug;
  const page = room(slug, title);
  const counts = new Map<string, number>();
  const citations: Citation[] = [];
  let section = page.section;
  const visit = (node: Node): void => {
    if (node.type === 'heading' && page.section === undefined) section = textOf(node);
    if (node.name === 'Cite') {
      const { line, column } = startOf(node);
      for (const work of keysOf(attribute(node, 'id') ?? '')) {
        const count = (counts.get(work) ?? 0) + 1;
        counts.set(work, count);
        const anchor = `cite-${slug}-${work}${count > 1 ? `-${count}` : ''}`;
        citations.push({ ...page, work, at: `${path}:${line}:${column}`, anchor, section });
      }
    }
    node.children?.forEach(visit);
  };
  visit(root);
  return citations;
}

const known = new Map<string, { changed: number; citations: Citation[] }>();

/** The citations of one file, read again only when it has changed. */
function citationsOf(path: string): Citation[] {
  const changed = statSync(path).mtimeMs;
  const before = known.get(path);
  if (before?.changed === changed) return before.citations;
  const citations = readCitations(path, readFileSync(path, 'utf8'));
  known.set(path, { changed, citations });
  return citations;
}

/** Every citation of the content: chapters first, then the pages and the glossary. */
export function allCitations(): Citation[] {
  return Object.keys(rooms)
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.mdx'))
        .sort()
        .flatMap((name) => citationsOf(join(folder, name))),
    );
}

/** The citations that the element at a place makes, in the order of its keys. */
export function citationsAt(at: string | undefined): Citation[] {
  const path = at?.replace(/:\d+:\d+$/, '');
  if (path === undefined || path === at || rooms[dirname(path)] === undefined) return [];
  return citationsOf(path).filter((citation) => citation.at === at);
}
