/**
 * Puts a root-relative address under the base path of the site.
 *
 * `''` and `'/'` are the front page. Idempotent: an address that already stands under the base comes back as
 * it is. Everything that is not root-relative (another origin, `//host`, `mailto:`, `#part`, `?query`,
 * `./file`) comes back untouched. Queries, fragments and trailing slashes are kept as written.
 *
 * @param path an address as an author writes it, e.g. `/size/#fit`
 * @param base the base path, with or without slashes at its ends; by default that of the build
 */
export function withBase(path: string, base: string = import.meta.env?.BASE_URL ?? '/'): string {
  const prefix = trimmedBase(base);
  if (path === '') return `${prefix}/`;
  if (!path.startsWith('/') || path.startsWith('//')) return path;
  if (prefix === '') return path;
  // A segment must end after the prefix: `/reports/` does not stand under `/report`.
  const rest = path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
  if (rest !== undefined && /^(?:$|[/?#])/.test(rest)) return rest === '' ? `${prefix}/` : path;
  return prefix + path;
}

/** The base path as `''` or `/a/b`: a slash in front, none at the end. */
function trimmedBase(base: string): string {
  const inner = base.replace(/^\/+|\/+$/g, '');
  return inner === '' ? '' : `/${inner}`;
}
