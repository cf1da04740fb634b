/** What was published of an element, before a slice's answer took its place. */
interface Published {
  /** The text of each part whose content is kept. */
  texts: readonly string[];
  /** The values of the attributes that are kept; null for one that was not there. */
  values: readonly (string | null)[];
  /** Puts contents and attributes back. */
  putBack(): void;
}

const kept = new WeakMap<Element, Published>();

/**
 * Keeps what was published of an element: the contents of some parts and attributes of some. Until it is put
 * back further calls change nothing and answer what was kept first.
 */
export function keepPublished(
  owner: Element,
  contents: readonly Element[],
  attributes: readonly (readonly [part: Element, name: string])[] = [],
): Published {
  const known = kept.get(owner);
  if (known) return known;
  const nodes = contents.map((part) => [part, [...part.childNodes]] as const);
  const values = attributes.map(([part, name]) => part.getAttribute(name));
  const published: Published = {
    texts: contents.map((part) => part.textContent ?? ''),
    values,
    putBack() {
      for (const [part, children] of nodes) part.replaceChildren(...children);
      for (const [index, [part, name]] of attributes.entries()) {
        const value = values[index] ?? null;
        if (value === null) part.removeAttribute(name);
        else part.setAttribute(name, value);
      }
    },
  };
  kept.set(owner, published);
  return published;
}

/** Puts back what was kept of an element, if anything was, and takes the marks of a slice off it. */
export function putPublishedBack(owner: Element): void {
  kept.get(owner)?.putBack();
  kept.delete(owner);
  owner.classList.remove('is-sliced', 'is-few');
}
