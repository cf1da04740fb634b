import { quote } from './field.ts';
import { fields } from './fields.ts';

/** What sites and newsletters add to links to count readers; it means nothing to the page. */
const tracking = /^(?:utm_.*|fbclid|gclid|ref)$/;

/**
 * Names of the parameters of a URL query that are no field of the slice, none of the page's own, which it
 * declares, and no tracking; each once, in the order of the query, no more than the first ten.
 */
export function unknownParameters(query: URLSearchParams, declared: readonly string[] = []): string[] {
  const names = [...new Set(query.keys())];
  return names
    .filter((name) => !Object.hasOwn(fields, name) && !declared.includes(name) && !tracking.test(name))
    .slice(0, 10);
}

/** What the reader is told of an address: what could not be read of it, and what means nothing to the page. */
export function noticeOf(problems: readonly string[], unknown: readonly string[]): string {
  const names = unknown.map(quote);
  const none = `${new Intl.ListFormat('en-GB').format(names)} ${names.length > 1 ? 'are no filters' : 'is no filter'} of this report`;
  const parts = names.length > 0 ? [...problems, none] : problems;
  return parts.length > 0 ? `Left out of the slice: ${parts.join('. ')}.` : '';
}
