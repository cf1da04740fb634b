import { quote } from '../../slice/field.ts';
import { addressWith, ParameterProblem, readParameters, type Parameters } from '../../slice/parameters.ts';
import { formatSlice, parseSlice, sameSlice, wholeTable, type Slice } from '../../slice/slice.ts';
import { unknownParameters } from '../../slice/unknown-parameters.ts';

/** What an address may hold beside the reader's own slice, which is then called A. */
export interface Versus {
  /** The slice that A stands beside, B; null where there is none. */
  versus: Slice | null;
}

/** How the slice that filters nothing is written. */
const all = 'all';

/** Between two filters of B, in whose texts a semicolon is written as %3B; an “&” that was encoded is read as well. */
const separator = /[;&]/;

function parse(text: string): Slice {
  if (text === all) return wholeTable;
  const query = new URLSearchParams(text.replace(/^\?/, '').split(separator).join('&'));
  const { slice, problems } = parseSlice(query);
  const unknown = unknownParameters(query).map((name) => `${quote(name)} is no filter of this report`);
  if (problems.length + unknown.length === 0) return slice;
  throw new ParameterProblem(
    `${[...problems, ...unknown].join('; ')}. “vs” takes the filters of a slice, as in “type=chat;size=9-40”, or “${all}”`,
    sameSlice(slice, wholeTable) ? null : slice,
  );
}

/** The parameter of a chapter that holds slice B: its filters as in an address, a semicolon between them, or “all”. */
export const versusParameters: Parameters<Versus> = {
  versus: {
    key: 'vs',
    empty: null,
    parse,
    format: (slice) =>
      slice === null ? '' : sameSlice(slice, wholeTable) ? all : formatSlice(slice).replaceAll('&', ';'),
  },
};

/** Slice B of a query, null for none, and what could not be read of it. */
export function readVersus(query: URLSearchParams): { slice: Slice | null; problems: readonly string[] } {
  const { values, problems } = readParameters<Versus>(versusParameters, query);
  return { slice: values.versus, problems };
}

/** An address with another slice B, or with none; between and within filters its signs stay legible. */
export const addressVersus = (address: string, versus: Slice | null): string =>
  addressWith<Versus>(address, versusParameters, { versus }).replace(/(?<=[?&]vs=)[^&#]*/, (text) =>
    text.replaceAll('%3D', '=').replaceAll('%3B', ';'),
  );
