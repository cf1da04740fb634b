import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const record = '.cache/builds.json';

/** What lies in the project and is no part of a build. */
const others = new Set(['node_modules', 'dist', 'tests', 'test-results', 'bench', 'pdf', 'report.pdf']);

/** Where a build is to be published: its base path, and the addresses of the site and of the repository where they are known. */
export interface Destination {
  base: string;
  site?: string | undefined;
  repository?: string | undefined;
}

/** A hash of everything that a build for a place is made from. */
function inputs({ base, site, repository }: Destination): string {
  const hash = createHash('sha256').update(JSON.stringify([base, site ?? '', repository ?? '']));
  const add = (path: string) => {
    if (statSync(path).isDirectory())
      readdirSync(path)
        .sort()
        .forEach((name) => add(join(path, name)));
    else hash.update(`\n${path}\n`).update(readFileSync(path));
  };
  readdirSync('.')
    .filter((name) => !name.startsWith('.') && !others.has(name))
    .sort()
    .forEach(add);
  return hash.digest('hex');
}

const recorded = (): Record<string, string> =>
  existsSync(record) ? (JSON.parse(readFileSync(record, 'utf8')) as Record<string, string>) : {};

/** Notes of a folder what its build was made from; nothing while it is being built. */
function note(folder: string, hash: string | undefined): void {
  mkdirSync(dirname(record), { recursive: true });
  // JSON leaves out what is undefined.
  writeFileSync(record, `${JSON.stringify({ ...recorded(), [folder]: hash }, null, 1)}\n`);
}

/** Notes what every build was made from, so that the tests need not build what is there already. */
export function recordBuild(): AstroIntegration {
  let destination: Destination = { base: '' };
  let folder = '';
  let hash = '';
  return {
    name: 'build-record',
    hooks: {
      'astro:config:done': ({ config }) => {
        destination = { base: config.base, site: config.site, repository: process.env.REPOSITORY_URL };
        folder = relative('.', fileURLToPath(config.outDir));
      },
      'astro:build:start': () => {
        hash = inputs(destination);
        note(folder, undefined);
      },
      'astro:build:done': () => note(folder, hash),
    },
  };
}

/** Whether a folder holds a whole build, for a place, of the project as it is now. */
export const isBuilt = (folder: string, destination: Destination): boolean =>
  existsSync(join(folder, 'index.html')) && recorded()[folder] === inputs(destination);
