import { relative, resolve } from 'node:path';
import type { AstroIntegration } from 'astro';
import { isRunnableDevEnvironment, type ViteDevServer } from 'vite';
import { bibliographyFile } from '../references/bibliography.ts';
import { contentPaths, namedFile, nameProblems, pageSources } from './names.ts';
import { inShort, inWords, type Problem } from './problem.ts';

/**
 * Stops a build in which a file of the content would take the place of another or find none, which the build itself
 * passes over, and makes `astro dev` say what `npm run check:content` says, in the terminal and over the page, at the
 * place in the content, whenever a file of the content, the data or the source changes. A change of the data also has
 * everything computed anew and the page loaded again.
 */
export function contentCheck(): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      'astro:build:start': () => {
        const { read, others } = contentPaths();
        const problems = nameProblems(read.map(namedFile), pageSources(), others);
        if (problems.length > 0) throw new Error(`\n${problems.map(inWords).join('\n')}\n`);
      },
      'astro:server:setup': ({ server, logger }) => watch(server, (text) => logger.error(text)),
    },
  };
}

/** How long the changes of one act of saving may lie apart, in milliseconds. */
const quiet = 60;

/** How long a page may take to be told by the server itself, which knows only the first problem, in milliseconds. */
const told = 400;

function watch(server: ViteDevServer, print: (text: string) => void): void {
  const client = server.environments.client.hot;
  let checked = check(server);
  const printed = async () => {
    for (const line of inShort(await checked)) print(line);
  };
  const show = async () => {
    const problems = await checked;
    if (problems.length > 0) client.send(overlay(problems));
  };

  const take = (changed: ReadonlySet<string>) => {
    const data = [...changed].some((path) => path.startsWith('data/'));
    // What is computed from the data is remembered by modules that do not import it.
    if (data) forgetModules(server);
    checked = check(server);
    void printed();
    // The server watches what it imports, and these are read.
    if (data || changed.has(bibliographyFile)) client.send({ type: 'full-reload' });
    else void show();
  };
  let timer: NodeJS.Timeout | undefined;
  let changed = new Set<string>();
  server.watcher.on('all', (_, path) => {
    const file = relative(server.config.root, path).replaceAll('\\', '/');
    if (!/^(?:content|data|src)\//.test(file)) return;
    changed.add(file);
    clearTimeout(timer);
    timer = setTimeout(() => {
      take(changed);
      changed = new Set();
    }, quiet);
  });
  // A page that loads again has lost what was shown over it.
  client.on('vite:client:connect', () => {
    setTimeout(() => void show(), told);
  });
  void printed();
}

function forgetModules(server: ViteDevServer): void {
  for (const environment of Object.values(server.environments))
    if (isRunnableDevEnvironment(environment)) environment.runner.clearCache();
}

/** The problems of the content, by the source as the server has it now; where that is broken, the server says so. */
async function check(server: ViteDevServer): Promise<Problem[]> {
  const environment = server.environments.ssr;
  if (!isRunnableDevEnvironment(environment)) return [];
  try {
    const { checkPresent } = await environment.runner.import<typeof import('./check.ts')>(
      resolve(import.meta.dirname, 'check.ts'),
    );
    return await checkPresent();
  } catch {
    return [];
  }
}

/** All problems as the server shows an error over the page, opened at the first of them. */
function overlay(problems: readonly Problem[]) {
  const { file, line, column } = problems[0]!;
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const message = [count, ...inShort(problems)].join('\n\n');
  const err = { name: 'Content', message, stack: message, loc: { file: resolve(file), line, column } };
  return { type: 'error' as const, err };
}
