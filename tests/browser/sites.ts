import type { BuiltSite } from '../../src/serve/serve-site.ts';

/** A build of the report and the base path that it was made for. */
export interface Site extends BuiltSite {
  name: string;
  /** Addresses of the site and of the repository that the build is told, where it is told any. */
  site?: string;
  repository?: string;
}

/** The build that `npm run build` leaves. */
export const rootSite: Site = { name: 'at a root', folder: 'dist', base: '/' };

/** The builds that the browser tests read. */
export const sites: readonly Site[] = [
  rootSite,
  {
    name: 'under a path',
    folder: '.cache/site-under-path',
    base: '/any-repo-name/',
    site: 'https://reports.example',
    repository: 'https://git.example/somebody/any-repo-name',
  },
];
