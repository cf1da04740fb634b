import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { isBuilt } from '../../src/site/build-record.ts';
import { rootSite, sites } from './sites.ts';

const run = promisify(execFile);

/** Builds the report a second time, under a base path as GitHub Pages gives one, unless that build is there. */
export default async function buildSites(): Promise<void> {
  if (!existsSync(rootSite.folder))
    throw new Error(`${rootSite.folder}/ is not there: run “npm run build” before the browser tests`);
  for (const { folder, base } of sites.filter(
    (site) => site !== rootSite && !isBuilt(site.folder, site.base),
  ))
    await run('node', ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', folder], {
      env: { ...process.env, BASE_PATH: base },
      maxBuffer: 1e8,
    }).catch((error: { stdout?: string }) => {
      throw new Error(`the build under ${base} failed:\n${error.stdout ?? ''}`, { cause: error });
    });
}
