import { closest } from 'fastest-levenshtein';

/** Where in the content an element stands: file, line and column. The build adds it to every element. */
export type Place = string | undefined;

/** An error in the content, with its place first. */
export function contentError(at: Place, message: string): Error {
  return new Error(`${at ?? 'content'}: ${message}`);
}

/** The entry of an id; for an unknown id an error with its place and the nearest id that exists. */
export function lookUp<T>(
  kind: string,
  id: unknown,
  find: (id: string) => T | undefined,
  ids: readonly string[],
  at: Place,
): T {
  if (typeof id !== 'string' || id === '')
    throw contentError(at, `<${kind}> needs an id, as in <${kind} id="${ids[0]}" />`);
  const found = find(id);
  if (found === undefined)
    throw contentError(
      at,
      `<${kind}> has the unknown id “${id}”; the nearest that exists is “${closest(id, [...ids])}”`,
    );
  return found;
}

/** What a prop may hold: a sentence that says what is right, and a test. */
export interface Prop {
  expects: string;
  accepts(value: unknown): boolean;
}

/** A prop that takes one of a few texts. */
export const oneOf = (...values: string[]): Prop => ({
  expects: `one of ${values.map((value) => `“${value}”`).join(', ')}`,
  accepts: (value) => values.includes(value as string),
});

/** A prop that stands without a value. */
export const flag: Prop = { expects: 'no value', accepts: (value) => value === true || value === false };

/** A prop that takes any text. */
export const text: Prop = { expects: 'a text', accepts: (value) => typeof value === 'string' };

/** A prop that takes ids by label. */
export const idsByLabel: Prop = {
  expects: 'labels with an id each, as in {{ Label: "id" }},',
  accepts: (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length > 0 &&
    Object.values(value).every((id) => typeof id === 'string'),
};

/** Throws, with the place, for a prop that the element does not have or a value that it does not take. */
export function checkProps(
  kind: string,
  props: Record<string, unknown>,
  allowed: Record<string, Prop>,
): void {
  const at = props.at as Place;
  for (const [name, value] of Object.entries(props)) {
    if (name === 'at' || value === undefined) continue;
    const prop = Object.hasOwn(allowed, name) ? allowed[name] : undefined;
    if (!prop)
      throw contentError(
        at,
        `<${kind}> has no prop “${name}”; the nearest that exists is “${closest(name, Object.keys(allowed))}”`,
      );
    if (!prop.accepts(value))
      throw contentError(at, `<${kind}> takes ${prop.expects} as “${name}”, not ${JSON.stringify(value)}`);
  }
}
