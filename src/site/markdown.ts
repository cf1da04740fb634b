import { createSatteriMarkdownProcessor } from '@astrojs/markdown-satteri';
import type { MarkdownHeading } from 'astro';
import { linkMentions } from './mdx-mentions.ts';
import { mdxScrolling } from './mdx-scrolling.ts';

/** A Markdown file of the repository as a page shows it. */
export interface RenderedMarkdown {
  /** The text of its first heading, which becomes the title of the page. */
  title: string;
  /** Everything after that heading. */
  html: string;
  headings: readonly MarkdownHeading[];
}

/**
 * Renders a Markdown file that is written for the repository, so that the site need not say the same twice.
 * It must begin with a heading of level one.
 *
 * @param source the Markdown
 * @param mentions addresses of files by the name that the text sets as code; each mention becomes a link
 */
export async function renderMarkdown(
  source: string,
  mentions: Readonly<Record<string, string>> = {},
): Promise<RenderedMarkdown> {
  const [, title, rest] = /^#\s+(.+)\n([\s\S]*)$/.exec(source.trimStart()) ?? [];
  if (title === undefined || rest === undefined)
    throw new Error(`A Markdown file shown as a page begins with “# Title”, not “${source.slice(0, 40)}”`);
  const processor = await createSatteriMarkdownProcessor({
    syntaxHighlight: false,
    hastPlugins: [mdxScrolling(), linkMentions(mentions)],
  });
  const { code, metadata } = await processor.render(rest);
  return { title: title.trim(), html: code, headings: metadata.headings };
}
