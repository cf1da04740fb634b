import { expect, test } from 'vitest';
import { keepPublished, putPublishedBack } from '../../../src/reader/answers/published.ts';

/** As much of an element as is kept of one; its nodes are texts. */
class Fake {
  childNodes: string[];
  classes: Set<string>;
  attributes = new Map<string, string>();

  constructor(children: string[], classes: string[] = []) {
    this.childNodes = children;
    this.classes = new Set(classes);
  }
  get textContent() {
    return this.childNodes.join('');
  }
  get classList() {
    return { remove: (...names: string[]) => names.forEach((name) => this.classes.delete(name)) };
  }
  replaceChildren(...nodes: string[]) {
    this.childNodes = nodes;
  }
  getAttribute(name: string) {
    return this.attributes.get(name) ?? null;
  }
  setAttribute(name: string, value: string) {
    this.attributes.set(name, value);
  }
  removeAttribute(name: string) {
    this.attributes.delete(name);
  }
}
const element = (fake: Fake) => fake as unknown as Element;

test('contents, attributes and classes are as they were published, whatever slices came between', () => {
  const part = new Fake(['34', '.5']);
  part.setAttribute('title', 'median');
  const owner = new Fake([], ['claim']);
  const keep = () =>
    keepPublished(
      element(owner),
      [element(part)],
      [
        [element(part), 'title'],
        [element(owner), 'data-verdict'],
      ],
    );
  expect(keep()).toMatchObject({ texts: ['34.5'], values: ['median', null] });
  for (const answer of ['30', '28']) {
    owner.classes.add('is-sliced').add('is-few');
    part.replaceChildren(answer);
    part.setAttribute('title', 'in this slice');
    owner.setAttribute('data-verdict', 'no');
    expect(keep()).toMatchObject({ texts: ['34.5'], values: ['median', null] });
  }
  putPublishedBack(element(owner));
  expect(part.childNodes).toEqual(['34', '.5']);
  expect(part.attributes).toEqual(new Map([['title', 'median']]));
  expect(owner.attributes.size).toBe(0);
  expect([...owner.classes]).toEqual(['claim']);
});

test('once put back, what is published by then is kept anew', () => {
  const part = new Fake(['1']);
  const keep = () => keepPublished(element(part), [element(part)]).texts;
  expect(keep()).toEqual(['1']);
  putPublishedBack(element(part));
  part.replaceChildren('2');
  expect(keep()).toEqual(['2']);
});
