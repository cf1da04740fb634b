import type { Plugin } from 'vite';

/**
 * Leaves the Vega-Lite compiler out of what the browser loads. Charts arrive compiled to Vega, so vega-embed
 * never calls it; it asks only for its version.
 */
export function withoutCompiler(): Plugin {
  const empty = '\0vega-lite-left-out';
  return {
    name: 'without-vega-lite-compiler',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    resolveId: (id) => (id === 'vega-lite' ? empty : undefined),
    load(id) {
      if (id !== empty) return undefined;
      return `export const version = '0';
export const compile = () => { throw new Error('Charts are compiled when the report is built.'); };`;
    },
  };
}
