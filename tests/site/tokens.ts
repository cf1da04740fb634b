import { readFileSync } from 'node:fs';
import { parseHex } from './colour.ts';
import type { Rgb } from './colour.ts';

/** The declarations of every block of the token file, in order: light, dark by system, dark by choice. */
export function tokenBlocks(): Map<string, string>[] {
  const css = readFileSync('src/styles/tokens.css', 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  return [...css.matchAll(/:root[^{]*\{([^}]*)\}/g)].map(
    ([, body = '']) =>
      new Map([...body.matchAll(/([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value])),
  );
}

/** A colour of a block by its name without dashes. Throws when the block lacks it. */
export function colourOf(block: Map<string, string>, name: string): Rgb {
  const value = block.get(`--${name}`);
  if (value === undefined) throw new Error(`src/styles/tokens.css: a theme lacks --${name}`);
  return parseHex(value);
}
