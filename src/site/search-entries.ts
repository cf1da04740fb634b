import { parse, type HTMLElement } from 'node-html-parser';
import type { Entry, SearchFile } from '../search/entry.ts';

/** What stands on a page and says nothing that a reader would look for. */
const silent =
  'script, style, svg, noscript, button:not(.term), .term-definition, .ledger-test a[href^="#"], .sliced-note, .carried-slice, .reslice-line, .sql, .claim-analyses, .data-footnote-backref, .query';

const textOf = (element: HTMLElement): string => element.structuredText.replaceAll(/\s+/g, ' ').trim();
const textIn = (element: HTMLElement, selector: string): string =>
  element
    .querySelectorAll(selector)
    .map(textOf)
    .filter((text) => text !== '')
    .join(' ');

/** Takes elements out of a page and answers an entry of each. */
function taken(root: HTMLElement, selector: string, entry: (element: HTMLElement) => Entry): Entry[] {
  return root.querySelectorAll(selector).map((element) => {
    const made = entry(element);
    element.remove();
    return made;
  });
}

/**
 * What can be found on a built page: figures, claims, numbers and terms where it has them, and its text from heading
 * to heading. `path` is the address of the page under the base path, without a slash in front. Of a page that does
 * something, only its head is text, and the sections that stand beside what it does.
 */
export function entriesOfPage(html: string, path: string): Entry[] {
  const main = parse(html).querySelector('main');
  if (!main) return [];
  main.querySelectorAll(silent).forEach((element) => element.remove());
  const heading = main.querySelector('h1');
  const title = heading ? textOf(heading) : '';
  heading?.remove();
  const at = (id: string | undefined) => `${path}${id ? `#${id}` : ''}`;

  // What the notebook drew repeats the question of ours.
  main.querySelectorAll('figure[id$="-prepared"]').forEach((element) => element.remove());
  const figures = taken(main, 'figure[data-figure]', (element) => ({
    kind: 'figure',
    title: textIn(element, '.figure-question'),
    page: title,
    address: at(element.id),
    text: textIn(element, '.figure-takeaway, .figure-notes'),
  }));
  const claims = taken(main, '.ledger-entry', (element) => ({
    kind: 'claim',
    title: textOf(element.querySelector('.ledger-sentence')!),
    page: textOf(element.querySelector('.claim-verdict')!),
    address: at(element.id),
    text: textIn(element, '.ledger-test'),
  }));
  // In its chapter a claim is shown, and found through the ledger.
  main.querySelectorAll('[data-claim]').forEach((element) => element.remove());
  const numbers = taken(main, '.numbers tr[id]', (element) => {
    const name = element.querySelector('.number-name')!.remove();
    element.querySelectorAll('.number-n').forEach((each) => each.remove());
    return {
      kind: 'number',
      title: textOf(element.querySelector('th')!),
      page: textOf(element.querySelector('td')!),
      address: at(element.id),
      text: textOf(name),
    };
  });
  main.querySelectorAll('table, .table-scroll, figure, pre').forEach((element) => element.remove());
  const terms = taken(main, '.concept', (element) => {
    const term = element.querySelector('h2')!;
    const { id } = term;
    term.remove();
    return { kind: 'glossary', title: textOf(term), page: '', address: at(id), text: textOf(element) };
  });
  // Beside its table, a page of numbers lists the queries of each.
  const isList = numbers.length > 0 || main.classList.contains('tool');
  const head: Entry = {
    kind: 'text',
    title,
    page: '',
    address: path,
    text: isList ? textIn(main, '.tool-header, .prose > p') : '',
  };
  return [
    head,
    ...(isList ? main.children.filter((each) => each.matches('section')) : [main]).flatMap((part) =>
      sectionsOf(part, head, title, at),
    ),
    ...terms,
    ...figures,
    ...claims,
    ...numbers,
  ];
}

/** The text of a page by its headings with an id; what stands before the first is added to the head. */
function sectionsOf(main: HTMLElement, head: Entry, page: string, at: (id: string) => string): Entry[] {
  const sections: Entry[] = [head];
  const visit = (element: HTMLElement): void => {
    if (/^h[2-4]$/i.test(element.tagName) && element.id !== '') {
      sections.push({ kind: 'text', title: textOf(element), page, address: at(element.id), text: '' });
      return;
    }
    const children = element.childNodes.filter((node): node is HTMLElement => 'tagName' in node);
    // Paragraphs are read whole, so that words keep their places.
    if (
      !children.some((child) =>
        child.matches('h2, h3, h4, p, ul, ol, dl, section, div, article, header, details'),
      )
    ) {
      const section = sections.at(-1)!;
      section.text = `${section.text} ${textOf(element)}`.trim();
      return;
    }
    children.forEach(visit);
  };
  visit(main);
  return sections.slice(1);
}

/** Entries and models as the file that a search reads. */
export function searchFile(entries: readonly Entry[], models: readonly string[]): SearchFile {
  const groups = new Map<string, string[]>();
  for (const model of models) {
    const [, organisation, name] = /^(?:([^/]*)\/)?([^]*)$/.exec(model)!;
    const group = groups.get(organisation ?? '') ?? [];
    groups.set(organisation ?? '', [...group, name!]);
  }
  return {
    entries: entries.map(({ kind, title, page, address, text }) => [kind, title, page, address, text]),
    models: [...groups],
  };
}
