import { pageAddress } from './address.ts';

/**
 * Lets the slice survive moving between pages: every link to a page of this site carries the query. Files,
 * other sites and links that set a query of their own are left alone.
 */
export function carryQuery(root: ParentNode, query: string): void {
  const { href, origin } = new URL(pageAddress());
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const original = link.dataset.href ?? link.getAttribute('href') ?? '';
    if (original.startsWith('#') || original.startsWith('?')) continue;
    const url = new URL(original, href);
    if (url.origin !== origin || !url.pathname.endsWith('/') || url.search !== '') continue;
    link.dataset.href = original;
    url.search = query;
    link.setAttribute('href', query === '' ? original : `${url.pathname}${url.search}${url.hash}`);
  }
}
