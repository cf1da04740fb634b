import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** The scripts that answer a slice, by the modules that they are named after. */
const starts = ['load-engine', 'answering', 'SliceBar', 'filter-chips'];
const place = 'var modules = [];';

/** The scripts that a script imports before it runs, by name. */
const importsOf = (text: string): string[] =>
  [...text.matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)].map(([, name]) => name!);

/** Some scripts and all that they import, directly or not, sorted; `read` gives the text of one. */
export function withImports(names: readonly string[], read: (name: string) => string): string[] {
  const found = new Set<string>();
  const visit = (name: string) => {
    if (found.has(name)) return;
    found.add(name);
    importsOf(read(name)).forEach(visit);
  };
  names.forEach(visit);
  return [...found].sort();
}

/** Once the pages are built, tells their first script what to load where the address asks for a slice. */
export function earlyModules(): AstroIntegration {
  return {
    name: 'early-modules',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const scripts = join(folder, '_astro');
        const all = readdirSync(scripts).filter((name) => name.endsWith('.js'));
        const names = starts.map((start) => {
          const name = all.find((each) => basename(each).startsWith(`${start}.`));
          if (name === undefined) throw new Error(`No script of the build is named after “${start}”.`);
          return name;
        });
        const early = withImports(names, (name) => readFileSync(join(scripts, name), 'utf8'));
        const path = join(folder, 'theme.js');
        const theme = readFileSync(path, 'utf8');
        if (!theme.includes(place)) throw new Error(`${path} has no “${place}” to fill in.`);
        const list = JSON.stringify(early.map((name) => `_astro/${name}`));
        writeFileSync(
          path,
          theme.replace(place, () => `var modules = ${list};`),
        );
        logger.info(`${early.length} scripts are on their way early where a slice is asked`);
      },
    },
  };
}
