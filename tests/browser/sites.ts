import type { BuiltSite } from '../../src/serve/serve-site.ts';

/** A build of the report and the base path that it was made for. */
export interface Site extends BuiltSite {
  name: string;
  /** Addresses of the site and of the repository that the build is told, where it is told any. */
  site?: string;
  repository?: string;
}

/** A base path with slashes around it, as an environment may give it without. */
const withSlashes = (path: string): string => `/${path}/`.replaceAll(/\/+/g, '/');

/** A folder with a build that was made elsewhere and that the tests read as it is, with the base path of BASE_PATH. */
export const givenFolder = process.env.TESTED_SITE;

/** The build that `npm run build` leaves, or the one that is given. */
export const rootSite: Site = givenFolder
  ? { name: 'as given', folder: givenFolder, base: withSlashes(process.env.BASE_PATH ?? '') }
  : { name: 'at a root', folder: 'dist', base: '/' };

/** The builds that the browser tests read; the second as it will be published, where the environment says for which place. */
export const sites: readonly Site[] = givenFolder
  ? [rootSite]
  : [
      rootSite,
      {
        name: 'under a path',
        folder: '.cache/site-under-path',
        base: withSlashes(process.env.SECOND_BASE_PATH || '/any-repo-name/'),
        site: process.env.SECOND_SITE_URL || 'https://reports.example',
        repository: process.env.SECOND_REPOSITORY_URL || 'https://git.example/somebody/any-repo-name',
      },
    ];

/** Marks a test that asks the same of every page, chapter, slice or query; `npm test` leaves it to `npm run test:all`. */
export const everywhere = '@everywhere';
