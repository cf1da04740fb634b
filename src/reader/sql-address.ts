/** Name of the query in an address. */
const key = 'q';

// Servers and mail programs cut long addresses; what follows the # never reaches a server.
const longestInQuery = 1500;
const longestAtAll = 20_000;

const hashQuery = (url: URL) => new URLSearchParams(url.hash.slice(1)).get(key);

/** The query in an address, or null where it holds none. */
export function queryInAddress(address: string): string | null {
  const url = new URL(address);
  const text = url.searchParams.get(key) ?? hashQuery(url);
  return text === null ? null : text.replaceAll(/\r\n?/g, '\n');
}

/**
 * The address with a query in it, as a link to share; what else it says stays. Null where the query is too
 * long for any address.
 */
export function addressWithQuery(address: string, query: string): string | null {
  const url = new URL(address);
  url.searchParams.delete(key);
  if (hashQuery(url) !== null) url.hash = '';
  if (query.trim() === '') return url.href;
  const written = `${key}=${encodeURIComponent(query)}`;
  if (written.length > longestAtAll) return null;
  if (written.length > longestInQuery) url.hash = written;
  else url.search += `${url.search === '' ? '?' : '&'}${written}`;
  return url.href;
}
