import { readFileSync } from 'node:fs';

let known: ReadonlyMap<string, string> | undefined;

/** The colours of the light theme, which stands first in the token file. */
function colours(): ReadonlyMap<string, string> {
  const css = readFileSync('src/styles/tokens.css', 'utf8');
  const block = /:root \{([^}]*)\}/.exec(css)?.[1] ?? '';
  return new Map(
    [...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** The light colour of a variable of the page's style sheet; blank for an unknown one. */
export const lightColour = (variable: string): string => (known ??= colours()).get(variable) ?? '';
