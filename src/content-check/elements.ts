import { closest } from 'fastest-levenshtein';
import { components, findComponent, propProblems, type ComponentName } from '../components/props.ts';
import { unknownId } from '../publication/place.ts';
import { attributesOf, isElement, nodesOf, startOf, textOf, type Node } from '../site/mdx.ts';
import type { ContentFile } from './content-file.ts';
import type { Known } from './known.ts';
import type { Problem } from './problem.ts';

/** Ids by what they name, the terms of the glossary among them. */
export type Ids = Known['ids'] & { term: readonly string[] };

/** What is wrong with the components of a file: their names, props, ids and content. */
export function elementProblems(file: ContentFile, ids: Ids): Problem[] {
  return nodesOf(file.root).flatMap((node) => {
    const messages =
      node.type === 'mdxjsEsm'
        ? ['the content imports and exports nothing; every component is known in every file']
        : isElement(node)
          ? messagesOf(node, ids)
          : [];
    return messages.map((message) => ({ file: file.path, ...startOf(node), message }));
  });
}

function messagesOf(node: Node & { name: string }, ids: Ids): string[] {
  const names = Object.keys(components);
  const component = findComponent(node.name);
  const meant = names.find((each) => each.toLowerCase() === node.name.toLowerCase());
  // A small letter begins a tag of HTML.
  if (!component && (!/^[a-z]/.test(node.name) || meant !== undefined))
    return [
      `there is no component <${node.name}>; the nearest that exists is <${meant ?? closest(node.name, names)}>`,
    ];
  const attributes = [...attributesOf(node)];
  const computed = attributes.flatMap(([name, value]) => (value.written ? [] : [name]));
  if (computed.length > 0)
    return computed.map((name) =>
      name === '...'
        ? `<${node.name}> spreads its props, so that they cannot be checked; write them out`
        : `<${node.name}> computes “${name}”, so that it cannot be checked; write the value itself`,
    );
  if (!component) return [];
  const kind = node.name as ComponentName;
  const props = Object.fromEntries(attributes.map(([name, value]) => [name, value.written && value.value]));
  const allowed = Object.entries({ ...component.needs, ...component.takes });
  const unknown = allowed.flatMap(([name, prop]) => {
    const { names, accepts } = prop;
    if (!names || !Object.hasOwn(props, name) || !accepts(props[name])) return [];
    return names.flatMap((each) =>
      each
        .ids(props[name])
        .filter((id) => !ids[each.kind].includes(id))
        .map((id) => unknownId(kind, id, ids[each.kind])),
    );
  });
  return [...propProblems(kind, props), ...unknown, ...contentProblems(node, kind, component.content)];
}

function contentProblems(node: Node, kind: ComponentName, content: 'none' | 'optional' | 'needed'): string[] {
  const children = node.children ?? [];
  const isBlank = nodesOf(node).every(
    (each) => (each === node || !isElement(each)) && textOf(each).trim() === '',
  );
  if (content === 'none' && children.length > 0)
    return [`<${kind}> shows nothing of what stands between its tags; write <${kind} … />`];
  if (content === 'needed' && isBlank) return [`<${kind}> is empty; put its text between its tags`];
  if (content === 'optional' && children.length > 0 && isBlank)
    return [
      `<${kind}> has nothing but blanks between its tags; write its words, or <${kind} … /> for its own`,
    ];
  return [];
}

/** Figures and claims that stand twice in one file, where their address would lead to the first only. */
export function doubles(file: ContentFile): Problem[] {
  const seen = new Map<string, number>();
  return nodesOf(file.root).flatMap((node) => {
    const anchor = anchorOf(node);
    if (anchor === undefined) return [];
    const line = seen.get(anchor);
    if (line === undefined) {
      seen.set(anchor, startOf(node).line);
      return [];
    }
    const message = `<${node.name}> stands a second time on this page, first in line ${line}; link to it instead: [words](#${anchor})`;
    return [{ file: file.path, ...startOf(node), message }];
  });
}

/**
 * Numbers that a paragraph gives for one preparation and again for whichever the reader chose: with that one chosen the
 * sentence would compare a number with itself.
 */
export function comparedWithItself(file: ContentFile): Problem[] {
  return nodesOf(file.root)
    .filter(({ type }) => type === 'paragraph')
    .flatMap((paragraph) => {
      const numbers = nodesOf(paragraph)
        .filter((node) => isElement(node) && node.name === 'Stat')
        .map((node) => ({ node, id: propOf(node, 'id'), preparation: propOf(node, 'preparation') }));
      const named = new Map(
        numbers.flatMap(({ id, preparation }) => (preparation ? [[id, preparation]] : [])),
      );
      return numbers
        .filter(({ id, preparation }) => preparation === undefined && named.has(id))
        .map(({ node, id }) => ({
          file: file.path,
          ...startOf(node),
          message: `“${id}” stands here under the preparation of the reader, and in the same paragraph under “${named.get(id)}”, which may be the same; write preparation="${named.get(id) === 'prepared' ? 'reviewed' : 'prepared'}"`,
        }));
    });
}

/** The id that an element gives to a part of its page: that of a figure, of a claim, or its own `id` in HTML. */
export function anchorOf(node: Node): string | undefined {
  if (!isElement(node)) return undefined;
  const id = propOf(node, 'id');
  if (id === undefined) return undefined;
  if (node.name === 'Claim') return `claim-${id}`;
  if (node.name === 'SeedFigure') return `figure-${id}-prepared`;
  if (node.name === 'Figure') return ['figure', id, propOf(node, 'preparation')].filter(Boolean).join('-');
  return /^[a-z]/.test(node.name) ? id : undefined;
}

/** A prop of an element that is written out as a text. */
function propOf(node: Node, name: string): string | undefined {
  const found = isElement(node) ? attributesOf(node).get(name) : undefined;
  return found?.written && typeof found.value === 'string' ? found.value : undefined;
}
