import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { mdxToMdast } from 'satteri';
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

/** The parts of a tree of MDX that are read here. */
interface Node {
  type: string;
  name?: string | null;
  value?: string;
  depth?: number;
  attributes?: readonly { name?: string; value?: unknown }[];
  children?: readonly Node[];
  position?: { start: { line: number; column: number } };
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
export function readCitations(path: string, text: string): Citation[] {
  const room = rooms[dirname(path)];
  if (room === undefined) return [];
  const slug = slugOf(basename(path));
  const root = mdxToMdast(text) as Node;
  const yaml = root.children?.find(({ type }) => type === 'yaml')?.value ?? '';
  const title = /^(?:title|term): *(["']?)(.*)\1 *$/m.exec(yaml)?.[2] ?? slug;
  const page = room(slug, title);
  const counts = new Map<string, number>();
  const citations: Citation[] = [];
  let section = page.section;
  const visit = (node: Node): void => {
    if (node.type === 'heading' && page.section === undefined) section = textOf(node);
    if (node.name === 'Cite') {
      const { line, column } = node.position?.start ?? { line: 0, column: 0 };
      const id = node.attributes?.find(({ name }) => name === 'id')?.value;
      for (const work of keysOf(typeof id === 'string' ? id : '')) {
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

/** The words of a node and of everything in it. */
const textOf = (node: Node): string => node.value ?? (node.children ?? []).map(textOf).join('');

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
