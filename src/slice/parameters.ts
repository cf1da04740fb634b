/** What a parameter answers for a text that it cannot read: what is wrong and what would be right. */
export class ParameterProblem extends Error {
  /** The value of those parts of the text that can be read all the same. */
  readonly kept: unknown;

  constructor(message: string, kept?: unknown) {
    super(message);
    this.kept = kept;
  }
}

/** One parameter of an address, declared by the part of the page that owns it. */
export interface Parameter<T> {
  /** Its name in the address. */
  key: string;
  /** Its default, which is left out of the address. */
  empty: T;
  /** Whether it stands once for each entry of a list. */
  repeats?: true;
  /** Reads its text, or all of its texts where it repeats; throws ParameterProblem with a sentence for the reader. */
  parse(text: string, all: readonly string[]): T;
  /** Its text, one text for one value, or a text for each entry where it repeats. */
  format(value: T): string | readonly string[];
}

export type Parameters<V> = { readonly [K in keyof V]: Parameter<V[K]> };

/** The parameters of an address as names and texts, in their order. */
export type Texts = readonly (readonly [key: string, text: string])[];

const declared = <V>(parameters: Parameters<V>) =>
  Object.entries(parameters) as [keyof V, Parameter<unknown>][];

/**
 * Reads parameters from the query of an address; others are left alone. What cannot be read of a value is named
 * in `problems`, and the rest is kept. Of one that stands more than once though it is no list the first counts.
 */
export function readParameters<V>(
  parameters: Parameters<V>,
  query: URLSearchParams,
): { values: V; problems: string[] } {
  const problems: string[] = [];
  const read = ({ key, empty, repeats, parse }: Parameter<unknown>): unknown => {
    const texts = query.getAll(key);
    const [text = '', ...more] = texts;
    if (!repeats && more.some((other) => other !== text))
      problems.push(`“${key}” stands more than once; the first counts`);
    try {
      return text === '' && !repeats ? empty : parse(text, texts);
    } catch (error) {
      if (!(error instanceof ParameterProblem)) throw error;
      problems.push(error.message);
      return error.kept ?? empty;
    }
  };
  const values = Object.fromEntries(declared(parameters).map(([name, each]) => [name, read(each)])) as V;
  return { values, problems };
}

/** The parameters that differ from their defaults, as texts in the order of their declaration. */
export const textsOf = <V>(parameters: Parameters<V>, values: V): Texts =>
  declared(parameters).flatMap(([name, { key, empty, format }]) =>
    [format(values[name])]
      .flat()
      .filter((text) => text !== format(empty))
      .map((text) => [key, text] as const),
  );

/** Names of parameters. */
export const keysOf = <V>(parameters: Parameters<V>): string[] =>
  declared(parameters).map(([, { key }]) => key);

/** Texts as the query of an address, without its question mark; commas and slashes stay legible. */
export const queryOf = (texts: Texts): string =>
  new URLSearchParams(texts.map(([key, text]) => [key, text]))
    .toString()
    .replaceAll('%2C', ',')
    .replaceAll('%2F', '/');

/**
 * An address with values in the place of those that it has for the same parameters, at the end of its query unless
 * they lead; all else that it says stays as it is written.
 */
export function addressWith<V>(
  address: string,
  parameters: Parameters<V>,
  values: V,
  leads?: boolean,
): string {
  const url = new URL(address);
  const keys = keysOf(parameters);
  const isOther = (part: string) => !keys.some((key) => new URLSearchParams(part).has(key));
  const parts = url.search.slice(1).split('&').filter(isOther);
  parts.splice(leads ? 0 : parts.length, 0, queryOf(textsOf(parameters, values)));
  url.search = parts.filter((part) => part !== '').join('&');
  return url.href;
}
