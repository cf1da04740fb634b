import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** The names that a module declares and exports. */
const exported = (source: string): string[] =>
  [...source.matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm)].map(([, name]) => name!);

/** The module that stands in a page for one that is published only: its functions are there and refuse. */
export const refusing = (source: string): string =>
  [
    `const refuse = () => { throw new Error('Computed when the report is built.'); };`,
    ...exported(source).map((name) => `export const ${name} = refuse;`),
  ].join('\n');

/**
 * Leaves the files `*.published-only.ts` out of what the browser loads: they compute what the report publishes of
 * the whole table and no slice asks again. They may export nothing that a page reads.
 */
export function withoutPublishedOnly(): Plugin {
  return {
    name: 'without-published-only',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    load: (id) => (id.endsWith('.published-only.ts') ? refusing(readFileSync(id, 'utf8')) : undefined),
  };
}
