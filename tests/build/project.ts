import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll } from 'vitest';

/** A project folder of its own that builds with this project's source, data and packages. */
export interface Project {
  folder: string;
  /** Writes a file of content, such as `chapters/01-start.mdx`. */
  write(path: string, text: string): void;
  /** Builds into `dist` and tells how it ended, with all it printed. */
  build(): Promise<Build>;
  /** Runs a script of the project with the given words and tells how it ended. */
  run(script: string, ...words: string[]): Promise<Build>;
  /** Serves the project while it is being edited. */
  serve(): Promise<Server>;
}

/** A project that is served by the development server. */
export interface Server {
  /** Address of the front page, with a slash at its end. */
  url: string;
  close(): Promise<void>;
}

export interface Build {
  succeeded: boolean;
  output: string;
}

const astro = 'node_modules/astro/bin/astro.mjs';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

const copied = [
  'src',
  'content',
  'data',
  'tests',
  'bench',
  'astro.config.mjs',
  'package.json',
  'tsconfig.json',
];
/** What is made for the project itself or is no part of a build; everything else is linked. */
const leftOut = ['node_modules', 'dist', 'test-results', 'bench', ...copied];

/**
 * The configuration of the project for packages that are linked: they count as lying in the folder, as installed ones
 * do. Under the addresses that the links lead to, the bundler would order and name their modules otherwise.
 */
const withLinkedPackages = `import own from './own.config.mjs';
const { vite } = own;
export default { ...own, vite: { ...vite, resolve: { ...vite?.resolve, preserveSymlinks: true } } };
`;

/**
 * Makes a project folder with this project's content and data, which may be edited. Source files are copied, since
 * the bundler would follow a link to them out of the project; packages are linked one by one, so that caches
 * of the build stay apart from those of this project.
 */
export function makeProject(): Project {
  mkdirSync('.cache', { recursive: true });
  const folder = mkdtempSync(resolve('.cache/build-test-'));
  made.push(folder);
  for (const name of copied) cpSync(name, join(folder, name), { recursive: true });
  renameSync(join(folder, 'astro.config.mjs'), join(folder, 'own.config.mjs'));
  writeFileSync(join(folder, 'astro.config.mjs'), withLinkedPackages);
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
    build: () => run(folder, astro, 'build', '--outDir', 'dist'),
    run: (script, ...words) => run(folder, script, ...words),
    serve: () => serve(folder),
  };
}

/** Starts a script in a folder, without the variables that Vitest sets for its own process. */
function start(folder: string, script: string, ...words: string[]) {
  const environment = { ...process.env, NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1' };
  for (const name of ['NODE_ENV', 'VITEST', 'MODE', 'DEV', 'PROD', 'BASE_URL', 'BASE_PATH', 'SITE_URL'])
    delete (environment as Record<string, string | undefined>)[name];
  const child = spawn(process.execPath, [script, ...words], { cwd: folder, env: environment });
  const printed = { text: '' };
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (printed.text += chunk.toString()));
  return { child, printed };
}

function run(folder: string, script: string, ...words: string[]): Promise<Build> {
  const { child, printed } = start(folder, script, ...words);
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code) => done({ succeeded: code === 0, output: printed.text }));
  });
}

async function serve(folder: string): Promise<Server> {
  const { child, printed } = start(folder, astro, 'dev', '--port', '0');
  const ended = once(child, 'close');
  for (;;) {
    const [url] = /http:\/\/localhost:\d+\//.exec(printed.text) ?? [];
    if (url !== undefined)
      return {
        url,
        async close() {
          child.kill();
          await ended;
        },
      };
    if (child.exitCode !== null) throw new Error(`the development server ended:\n${printed.text}`);
    await setTimeout(50);
  }
}
