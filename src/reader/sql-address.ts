import { addressWith, queryOf, type Parameters } from '../slice/parameters.ts';

/** The parameter of the SQL page besides the slice's: the query. */
export const sqlParameters = {
  q: {
    key: 'q',
    empty: '',
    // Line ends as the editor has them; blanks alone ask nothing.
    parse: (text: string) => (text.trim() === '' ? '' : text.replaceAll(/\r\n?/g, '\n')),
    format: (query: string) => (query.trim() === '' ? '' : query),
  },
} satisfies Parameters<{ q: string }>;
const { q } = sqlParameters;

// Servers and mail programs cut long addresses; what follows the # never reaches a server.
const longestInQuery = 1500;
const longestAtAll = 20_000;

const hashQuery = (url: URL) => new URLSearchParams(url.hash.slice(1)).get(q.key);

/** The query in an address, or null where it holds none. */
export function queryInAddress(address: string): string | null {
  const url = new URL(address);
  const text = url.searchParams.get(q.key) ?? hashQuery(url);
  return text === null ? null : q.parse(text);
}

/**
 * The address with a query in it, as a link to share; what else it says stays. Null where the query is too
 * long for any address.
 */
export function addressWithQuery(address: string, query: string): string | null {
  const written = queryOf([[q.key, q.format(query)]]);
  if (written.length > longestAtAll) return null;
  const isLong = written.length > longestInQuery;
  const url = new URL(addressWith(address, sqlParameters, { q: isLong ? '' : query }));
  if (isLong) url.hash = written;
  else if (hashQuery(url) !== null) url.hash = '';
  return url.href;
}
