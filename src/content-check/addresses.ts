import { readFileSync } from 'node:fs';
import { citationsIn } from '../references/citations.ts';
import { elements, nodesOf } from '../site/mdx.ts';
import { renderMarkdown } from '../site/markdown.ts';
import type { ContentFile } from './content-file.ts';
import { anchorOf } from './elements.ts';
import type { Known } from './known.ts';

/** The parts of every page of the site that a link can lead to, by address; and which page a file becomes. */
export interface Addresses {
  parts: ReadonlyMap<string, ReadonlySet<string>>;
  /** The pages whose query is a slice and nothing else. */
  chapters: ReadonlySet<string>;
  pageOf(file: ContentFile): string;
}

const pageOf = ({ kind, slug }: ContentFile): string =>
  ({ abstract: '/', chapter: `/${slug}/`, page: `/${slug}/`, concept: '/glossary/' })[kind];

/** The addresses of the site with the given content. */
export async function addresses(files: readonly ContentFile[], known: Known): Promise<Addresses> {
  const parts = new Map([...known.pages].map(([page, ids]) => [page, new Set(ids)]));
  const add = (page: string, ids: Iterable<string>) => {
    const before = parts.get(page) ?? new Set(['main']);
    parts.set(page, before);
    for (const id of ids) before.add(id);
  };
  for (const file of files) {
    const page = pageOf(file);
    add(
      page,
      file.headings.map(({ slug }) => slug),
    );
    add(
      page,
      nodesOf(file.root).flatMap((node) => anchorOf(node) ?? []),
    );
    add(
      page,
      citationsIn(file.path, file.slug, file.root).map(({ anchor }) => anchor),
    );
    if (file.kind === 'concept') add(page, [file.slug]);
    if (elements(file.root, 'Ledger').length > 0)
      add(
        page,
        known.ids.claim.map((id) => `ledger-${id}`),
      );
  }
  add(
    '/references/',
    known.ids.work.map((id) => `ref-${id}`),
  );
  add('/numbers/', known.ids.statistic);
  const card = await renderMarkdown(readFileSync('data/README.md', 'utf8'));
  add(
    '/data-card/',
    card.headings.map(({ slug }) => slug),
  );
  const chapters = new Set(files.filter(({ kind }) => kind === 'chapter').map(pageOf));
  return { parts, chapters, pageOf };
}
