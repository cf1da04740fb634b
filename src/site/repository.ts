import { readFileSync } from 'node:fs';

/** The `repository` of a package as the address of its pages; undefined where it names none. */
export function repositoryIn(packageText: string): string | undefined {
  const { repository } = JSON.parse(packageText) as { repository?: string | { url?: string } };
  const url = typeof repository === 'string' ? repository : repository?.url;
  return url?.replace(/^git\+/, '').replace(/\.git$/, '');
}

/**
 * Address of the repository that the report is built from, without a slash at its end: `REPOSITORY_URL`, as the
 * workflow that publishes sets it, or else the `repository` of `package.json`. Undefined where neither says one.
 * Throws for anything but an https address.
 */
export function repositoryAddress(): string | undefined {
  const url = process.env.REPOSITORY_URL || repositoryIn(readFileSync('package.json', 'utf8'));
  if (url && !/^https:\/\/[^/\s]+\/\S/.test(url))
    throw new Error(
      `The address of the repository is “${url}”; expected one as https://example.org/owner/name`,
    );
  return url?.replace(/\/+$/, '');
}

/** Where the source of a page can be changed. */
export const editAddress = (repository: string, source: string): string =>
  `${repository}/edit/main/${source.split('/').map(encodeURIComponent).join('/')}`;

/** Where a fault of a page can be told, with its title and address filled in. */
export const faultAddress = (repository: string, title: string, page: string): string =>
  `${repository}/issues/new?${new URLSearchParams({ title: `${title}: `, body: `Page: ${page}\n` }).toString()}`;
