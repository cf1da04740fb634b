import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { closest } from 'fastest-levenshtein';
import { attribute, attributesOf, isElement, nodesOf, startOf, textOf, type Node } from '../site/mdx.ts';
import { explorerParameters } from '../explorer/options.ts';
import { finderParameters } from '../finder/address.ts';
import { sqlParameters } from '../reader/sql-address.ts';
import { fields } from '../slice/fields.ts';
import {
  keysOf,
  queryOf,
  readParameters,
  textsOf,
  type Parameters,
  type Texts,
} from '../slice/parameters.ts';
import type { Slice } from '../slice/slice.ts';
import { unknownParameters } from '../slice/unknown-parameters.ts';
import type { Addresses } from './addresses.ts';
import type { ContentFile } from './content-file.ts';
import type { Problem } from './problem.ts';

/** Tells whether the site publishes a file under an address, and which addresses are near. */
export interface Files {
  has(address: string): boolean;
  all: readonly string[];
}

type Reading = (query: URLSearchParams) => { keys: string[]; problems: string[]; texts: Texts };

const reading =
  <V>(parameters: Parameters<V>): Reading =>
  (query) => {
    const { values, problems } = readParameters(parameters, query);
    return { keys: keysOf(parameters), problems, texts: textsOf(parameters, values) };
  };

const slice = reading<Slice>(fields);

/** What the tools take besides a slice. */
const tools: Readonly<Record<string, Reading>> = {
  '/explorer/': reading(explorerParameters),
  '/models/': reading(finderParameters),
  '/sql/': reading(sqlParameters),
};

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
    if (url === '' || url === '#') return ['a link without an address; write [words](/page/)'];
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
    // A long query of the SQL page stands behind the #, where no server cuts it.
    if (page === '/sql/' && part?.startsWith('q=')) return [];
    if (part === undefined || part === '' || parts.has(decoded(part))) return [];
    const elsewhere = [...addresses.parts].find(([, ids]) => ids.has(part))?.[0];
    const meant = elsewhere ? `${elsewhere}#${part}` : `#${closest(part, [...parts])}`;
    return [`the link “${url}” leads to no part of ${page}; the nearest that exists is ${meant}`];
  }

  function queryMessages(url: string, page: string, query: string | undefined): string[] {
    if (query === undefined) return [];
    const declared = parametersOf(page);
    if (declared.length === 0)
      return [`the link “${url}” asks a page that takes no parameters; write ${page}`];
    const parameters = new URLSearchParams(query);
    const read = declared.map((reading) => reading(parameters));
    const keys = read.flatMap((each) => each.keys);
    const wrong = [
      ...read.flatMap(({ problems }) => problems),
      ...unknownParameters(parameters, keys).map(
        (name) => `“${name}” is no parameter of ${page}; the nearest that exists is “${closest(name, keys)}”`,
      ),
    ];
    if (wrong.length > 0) return [`the link “${url}” has a query that cannot be read: ${wrong.join('. ')}`];
    const written = queryOf(read.flatMap(({ texts }) => texts));
    return written === query
      ? []
      : [
          `the link “${url}” writes its query in another way than the report: ${written === '' ? page : `?${written}`}`,
        ];
  }

  /** What a page reads of a query, in the order in which it writes it. */
  function parametersOf(page: string): Reading[] {
    const own = tools[page];
    if (own) return [slice, own];
    return addresses.chapters.has(page) || page.startsWith('/figures/') ? [slice] : [];
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
    const path = join(dirname(file.path), decoded(source));
    return existsSync(path) ? [] : [`the image “${source}” does not exist: there is no file ${path}`];
  }
}

/** A part of an address as it reads; as it is written where a % in it means nothing. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const isLink = (node: Node): boolean =>
  node.type === 'link' || node.type === 'linkReference' || (isElement(node) && node.name === 'a');

function addressOf(node: Node): string | undefined {
  if (node.type === 'link' || node.type === 'definition') return node.url;
  if (!isElement(node) || node.name !== 'a') return undefined;
  // What is computed is told as that.
  return attributesOf(node).has('href') ? attribute(node, 'href') : '';
}

const vague = ['here', 'this', 'link', 'click here'];

function wordMessages(node: Node): string[] {
  const words = textOf(node).trim();
  if (
    words === '' &&
    !nodesOf(node).some((each) => each !== node && (isElement(each) || (each.type === 'image' && each.alt)))
  )
    return ['a link without words; say where it leads'];
  return vague.includes(words.toLowerCase()) ? [`the words “${words}” do not say where the link leads`] : [];
}
