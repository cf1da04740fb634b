import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { isBuilt } from '../site/build-record.ts';
import { serveSite, type ServedSite } from './serve-site.ts';

// `npm start`: builds the report unless it is built as it is now, saying little, and serves it as GitHub Pages does.
// `npm run preview` serves what dist/ holds.

const folder = 'dist';
const base = `/${(process.env.BASE_PATH ?? '').replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
const usualPort = 4321;

/** Builds the report; what the build prints is shown only where it fails. */
async function build(): Promise<boolean> {
  console.log('Building the report, which takes a minute or two …');
  const child = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) console.error(`${printed}\nThe report was not built; what is wrong stands above.`);
  return code === 0;
}

/** Serves on the usual port, or on any where that is taken. */
async function serve(): Promise<ServedSite> {
  try {
    return await serveSite({ folder, base }, Number(process.env.PORT ?? usualPort));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return serveSite({ folder, base });
  }
}

const onlyServe = process.argv.includes('--only');
if (onlyServe && !existsSync(`${folder}/index.html`)) {
  console.error(
    `${folder}/ holds no report yet: run “npm run build” first, or “npm start”, which does both.`,
  );
  process.exitCode = 1;
} else if (
  onlyServe ||
  isBuilt(folder, { base, site: process.env.SITE_URL, repository: process.env.REPOSITORY_URL }) ||
  (await build())
) {
  const { url } = await serve();
  console.log(`The report is at ${url.replace('127.0.0.1', 'localhost')} (Ctrl+C ends it)`);
} else process.exitCode = 1;
