import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { isBuilt } from '../../src/site/build-record.ts';
import { givenFolder, sites } from './sites.ts';

const run = promisify(execFile);

/**
 * Builds what the browser tests read: the report at a root and a second time under a base path, as GitHub Pages gives
 * one. What is built of the project as it is now is taken as it is, so that a test never reads an older report.
 */
export default async function buildSites(): Promise<void> {
  if (givenFolder !== undefined) return;
  for (const built of sites) {
    if (isBuilt(built.folder, built)) continue;
    const { name, folder, base, site, repository } = built;
    console.log(`${folder}/ is not of the project as it is now: building the report ${name}.`);
    await run(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', folder], {
      env: { ...process.env, BASE_PATH: base, SITE_URL: site, REPOSITORY_URL: repository },
      maxBuffer: 1e8,
    }).catch((error: { stdout?: string; stderr?: string }) => {
      throw new Error(`the build under ${base} failed:\n${error.stdout ?? ''}${error.stderr ?? ''}`, {
        cause: error,
      });
    });
  }
}
