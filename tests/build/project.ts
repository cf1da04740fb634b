import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll } from 'vitest';

/** A project folder of its own that builds with this project's source, data and packages. */
export interface Project {
  folder: string;
  /** Writes a file of content, such as `chapters/01-start.mdx`. */
  write(path: string, text: string): void;
  /** Builds into `dist` and tells how it ended, with all it printed. */
  build(): Promise<Build>;
}

export interface Build {
  succeeded: boolean;
  output: string;
}

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

const copied = ['src', 'astro.config.mjs', 'package.json', 'tsconfig.json'];
/** What is made for the project itself or is no part of a build; everything else is linked. */
const leftOut = ['content', 'node_modules', 'dist', 'tests', 'test-results', 'bench', ...copied];

/**
 * Makes a project folder with this project's content, with or without its chapters. Source files are copied, since
 * the bundler would follow a link to them out of the project; packages are linked one by one, so that caches
 * of the build stay apart from those of this project.
 */
export function makeProject({ chapters }: { chapters: boolean }): Project {
  mkdirSync('.cache', { recursive: true });
  const folder = mkdtempSync(resolve('.cache/build-test-'));
  made.push(folder);
  for (const name of copied) cpSync(name, join(folder, name), { recursive: true });
  const wanted = (path: string) => chapters || !path.startsWith(join('content', 'chapters'));
  cpSync('content', join(folder, 'content'), { recursive: true, filter: wanted });
  const linked = readdirSync('.').filter((name) => !name.startsWith('.') && !leftOut.includes(name));
  for (const name of linked) symlinkSync(resolve(name), join(folder, name));
  mkdirSync(join(folder, 'node_modules'));
  const ownCaches = ['.astro', '.vite', '.vite-temp'];
  for (const name of readdirSync('node_modules').filter((each) => !ownCaches.includes(each)))
    symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
  return {
    folder,
    write(path, text) {
      const file = join(folder, 'content', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    },
    build: () => build(folder),
  };
}

function build(folder: string): Promise<Build> {
  const environment = { ...process.env, NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1' };
  // Vitest sets these for its own process; a build is a production build.
  for (const name of ['NODE_ENV', 'VITEST', 'MODE', 'DEV', 'PROD', 'BASE_URL', 'BASE_PATH', 'SITE_URL'])
    delete (environment as Record<string, string | undefined>)[name];
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', 'dist'], {
      cwd: folder,
      env: environment,
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', failed);
    child.on('close', (code) => done({ succeeded: code === 0, output }));
  });
}
