/**
 * The address segment of a content file: `04-size-and-score.mdx` → `size-and-score`. The number in front only
 * sorts the folder, so that a chapter can move without breaking its address.
 *
 * @throws Error when nothing is left of the name or it would need escaping in an address
 */
export function slugOf(file: string): string {
  const slug = file.replace(/\.mdx$/, '').replace(/^\d+-/, '');
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)) {
    throw new Error(
      `${file}: a content file is named in lower-case words joined by hyphens, e.g. 04-size-and-score.mdx`,
    );
  }
  return slug;
}
