import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { closest } from 'fastest-levenshtein';
import { attribute, isElement, nodesOf, startOf, textOf, type Node } from '../site/mdx.ts';
import { formatSlice, parseSlice } from '../slice/slice.ts';
import { unknownParameters } from '../slice/unknown-parameters.ts';
import type { Addresses } from './addresses.ts';
import type { ContentFile } from './content-file.ts';
import type { Problem } from './problem.ts';

/** Tells whether the site publishes a file under an address, and which addresses are near. */
export interface Files {
  has(address: string): boolean;
  all: readonly string[];
}

/** What is wrong with the links and images of a file: addresses, parts of pages, slices, words. */
export function linkProblems(file: ContentFile, addresses: Addresses, files: Files): Problem[] {
  const nodes = nodesOf(file.root);
  return nodes.flatMap((node) => {
    const link = addressOf(node);
    const messages = [
      ...(link === undefined ? [] : linkMessages(link)),
      ...(isLink(node) ? wordMessages(node) : []),
      ...imageMessages(node),
    ];
    return messages.map((message) => ({ file: file.path, ...startOf(node), message }));
  });

  function linkMessages(url: string): string[] {
    if (/^https:|^mailto:/.test(url)) return [];
    if (/^[a-z][a-z+.-]*:|^\/\//.test(url))
      return [`the link “${url}” is not encrypted; write it with https://`];
    const [, path = '', query, part] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/.exec(url) ?? [];
    if (path !== '' && !path.startsWith('/'))
      return [`the link “${url}” is not written from the root of the site; write ${nearest(`/${path}`)}`];
    const page = path === '' ? addresses.pageOf(file) : path;
    const parts = addresses.parts.get(page);
    if (!parts)
      return files.has(page)
        ? []
        : [`the link “${url}” leads nowhere; the nearest address is ${nearest(page)}`];
    return [...partMessages(url, page, part, parts), ...queryMessages(url, page, query)];
  }

  function nearest(page: string): string {
    return closest(page, [...addresses.parts.keys(), ...files.all]);
  }

  function partMessages(url: string, page: string, part: string | undefined, parts: ReadonlySet<string>) {
    if (part === undefined || part === '' || parts.has(decodeURIComponent(part))) return [];
    const elsewhere = [...addresses.parts].find(([, ids]) => ids.has(part))?.[0];
    const meant = elsewhere ? `${elsewhere}#${part}` : `#${closest(part, [...parts])}`;
    return [`the link “${url}” leads to no part of ${page}; the nearest that exists is ${meant}`];
  }

  function queryMessages(url: string, page: string, query: string | undefined): string[] {
    // The tools have parameters of their own.
    if (query === undefined || !addresses.chapters.has(page)) return [];
    const parameters = new URLSearchParams(query);
    const { slice, problems } = parseSlice(parameters);
    const wrong = [
      ...problems,
      ...unknownParameters(parameters).map((name) => `“${name}” is no filter of this report`),
    ];
    if (wrong.length > 0) return [`the link “${url}” sets no slice that can be read: ${wrong.join('. ')}`];
    const written = formatSlice(slice);
    return written === query
      ? []
      : [`the link “${url}” writes its slice in another way than the report: ?${written}`];
  }

  function imageMessages(node: Node): string[] {
    const source =
      node.type === 'image'
        ? node.url
        : isElement(node) && node.name === 'img'
          ? attribute(node, 'src')
          : undefined;
    if (source === undefined || /^(?:https:|data:)/.test(source)) return [];
    if (source.startsWith('/'))
      return files.has(source)
        ? []
        : [`the image “${source}” does not exist; the nearest file is ${closest(source, [...files.all])}`];
    const path = join(dirname(file.path), decodeURI(source));
    return existsSync(path) ? [] : [`the image “${source}” does not exist: there is no file ${path}`];
  }
}

const isLink = (node: Node): boolean =>
  node.type === 'link' || node.type === 'linkReference' || (isElement(node) && node.name === 'a');

function addressOf(node: Node): string | undefined {
  if (node.type === 'link' || node.type === 'definition') return node.url;
  return isElement(node) && node.name === 'a' ? attribute(node, 'href') : undefined;
}

const vague = ['here', 'this', 'link', 'click here'];

function wordMessages(node: Node): string[] {
  const words = textOf(node).trim();
  if (
    words === '' &&
    !nodesOf(node).some((each) => each !== node && (isElement(each) || each.type === 'image'))
  )
    return ['a link without words; say where it leads'];
  return vague.includes(words.toLowerCase()) ? [`the words “${words}” do not say where the link leads`] : [];
}
