import { parse, type HTMLElement } from 'node-html-parser';

/** A chapter as it was built. */
export interface BuiltChapter {
  slug: string;
  html: string;
}

/** What needs a script, or unfolds: on the one page it stands in the chapter, to which every figure and claim links. */
const leftOut = [
  'script',
  'style',
  'noscript',
  'button:not(.term)',
  '.figure-menu',
  '.figure-data',
  '.figure-svg.is-phone',
  '.sliced-note',
  '.term-definition',
  '.claim-analyses',
  '.claim-exceptions',
  '.claim details',
  '.ledger-claim > :not(summary)',
  '.data-footnote-backref',
].join(', ');

/** Attributes that only a pointer or a script reads: the work that a citation names stands among the references. */
const isIdle = (name: string) =>
  name === 'title' || (name.startsWith('data-') && !['data-verdict', 'data-type'].includes(name));

/** Attributes that name parts of the page by their ids. */
const references = ['aria-labelledby', 'aria-describedby', 'for', 'headers'];

/** A figure's drawing as a picture: the part of its published file that the page draws. */
function pictured(figure: HTMLElement, base: string): void {
  const chart = figure.querySelector('.figure-chart');
  const svg = figure.querySelector('.figure-svg.is-desktop svg');
  const box = svg?.getAttribute('viewBox');
  const id = figure.getAttribute('data-figure');
  if (!chart || !svg || !box || !id) return;
  const edition = figure.getAttribute('data-preparation') === 'prepared' ? '.prepared' : '';
  const [, , width, height] = box.split(' ');
  const file = `${base}data/figures/${id}${edition}.svg#svgView(viewBox(${box.split(' ').join(',')}))`;
  const alt = chart.getAttribute('aria-label') ?? '';
  figure
    .querySelector('.figure-plot')!
    .replaceWith(
      `<img src="${file}" alt="${alt.replaceAll('"', '&quot;')}" width="${width}" height="${height}" loading="lazy">`,
    );
}

/**
 * The articles of some chapters for one page, by chapter: without controls, unfolded, headings one level lower, every
 * id under the name of its chapter, and links between them within the page. `base` is the base path of the site.
 */
export function onOnePage(chapters: readonly BuiltChapter[], base: string): Map<string, string> {
  const articles = new Map<string, HTMLElement>();
  for (const { slug, html } of chapters) {
    const article = parse(html).querySelector('article');
    if (!article) throw new Error(`The chapter /${slug}/ has no article to show on the one page`);
    article.querySelectorAll('figure[data-figure]').forEach((figure) => pictured(figure, base));
    article.querySelectorAll(leftOut).forEach((element) => element.remove());
    for (const summary of article.querySelectorAll('summary')) {
      summary.rawTagName = 'div';
      if (summary.classList.length === 0) summary.classList.add('fold-title');
    }
    for (const details of article.querySelectorAll('details')) {
      details.rawTagName = 'div';
      details.removeAttribute('open');
    }
    // The line of a term keeps it together with what follows, which a term that is no button does by itself.
    for (const each of ['button.term', '.term-line'])
      for (const term of article.querySelectorAll(each)) term.replaceWith(term.innerHTML);
    for (const heading of article.querySelectorAll('h1, h2, h3, h4'))
      heading.rawTagName = `h${Number(heading.rawTagName.slice(1)) + 1}`;
    articles.set(slug, article);
  }
  const ids = new Set(
    [...articles].flatMap(([slug, article]) =>
      article.querySelectorAll('[id]').map(({ id }) => `${slug}--${id}`),
    ),
  );
  const linked = (slug: string, href: string): string => {
    if (href.startsWith('#'))
      return ids.has(`${slug}--${href.slice(1)}`) ? `#${slug}--${href.slice(1)}` : `${base}${slug}/${href}`;
    const [, chapter, part] =
      /^([^/?#]+)\/(?:#(.+))?$/.exec(href.startsWith(base) ? href.slice(base.length) : '') ?? [];
    if (chapter === undefined || !articles.has(chapter)) return href;
    if (part === undefined) return `#${chapter}`;
    return ids.has(`${chapter}--${part}`) ? `#${chapter}--${part}` : href;
  };
  return new Map(
    [...articles].map(([slug, article]) => {
      for (const element of article.querySelectorAll('*')) {
        for (const name of Object.keys(element.attributes)) {
          const value = element.getAttribute(name)!;
          if (name === 'id') element.setAttribute(name, `${slug}--${value}`);
          else if (name === 'href') element.setAttribute(name, linked(slug, value));
          else if (references.includes(name)) {
            const named = value.split(' ').map((id) => `${slug}--${id}`);
            if (named.every((id) => ids.has(id))) element.setAttribute(name, named.join(' '));
            else element.removeAttribute(name);
          } else if (isIdle(name)) element.removeAttribute(name);
        }
      }
      return [slug, article.innerHTML];
    }),
  );
}
