import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** What Vite calls the module that it puts around every `import()`. */
const helper = '\0vite/preload-helper.js';

/**
 * Puts our own module around every `import()`: it minds that a reader may be offline, and is a fraction of the other,
 * which waits for style sheets that this site has none of.
 */
export function partsOnDemand(): Plugin {
  return {
    name: 'parts-on-demand',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    resolveId: (id) =>
      id === helper ? fileURLToPath(new URL('../reader/load-part.ts', import.meta.url)) : undefined,
  };
}
