import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';

/** What is sent to readers and is no module of a script: the engine with its worker, and the fonts. */
const besides = [
  '@duckdb/duckdb-wasm',
  '@fontsource-variable/source-sans-3',
  '@fontsource-variable/source-serif-4',
];

/** The folder of the package that a module is of; undefined for a module of the project. */
export const packageOf = (module: string): string | undefined =>
  /^(.*\/node_modules\/(?:@[^/]+\/)?[^/@\0]+)\//.exec(module.replaceAll('\\', '/'))?.[1];

/** Hears which packages the scripts of readers are made of. */
const listening = (folders: Set<string>): Plugin => ({
  name: 'licences-of-scripts',
  apply: 'build',
  generateBundle(_, bundle) {
    if (this.environment.name !== 'client') return;
    for (const chunk of Object.values(bundle))
      if (chunk.type === 'chunk')
        for (const [module, { renderedLength }] of Object.entries(chunk.modules)) {
          const folder = renderedLength > 0 ? packageOf(module) : undefined;
          if (folder !== undefined) folders.add(folder);
        }
  },
});

interface Licensed {
  /** Name and version. */
  name: string;
  /** What the package calls its licence. */
  licence: string;
  /** The text of its licence and notices; what stands for it where the package holds none. */
  text: string;
}

/** What a package says of its licence. */
export function licenceOf(folder: string): Licensed {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
  };
  const texts = readdirSync(folder)
    .filter(
      (file) => /^(?:licen[cs]e|copying|notice|ofl)(?:[.-]|$)/i.test(file) && !/\.[cm]?[jt]s$/.test(file),
    )
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  return {
    name: `${name} ${version}`,
    licence: license ?? 'see the text',
    text: texts.join('\n\n') || `The package holds no text of its licence, which it names ${license}.`,
  };
}

const rule = '-'.repeat(78);

/** The licences of packages as one text: each text once, under the packages that have it, in the order of names. */
export function licencesText(packages: readonly Licensed[]): string {
  const byText = new Map<string, Licensed[]>();
  for (const each of packages.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    byText.set(each.text, [...(byText.get(each.text) ?? []), each]);
  return [
    'What this site sends to its readers is made with the packages below, each under its own licence.',
    'The licence of the report itself stands on the page “How to cite”.',
    ...[...byText].map(([text, all]) =>
      [rule, ...all.map(({ name, licence }) => `${name} (${licence})`), '', text].join('\n'),
    ),
    '',
  ].join('\n\n');
}

/** Writes `licences.txt`: the licences of everything by others that the site sends to its readers. */
export function licences(): AstroIntegration {
  const folders = new Set<string>();
  return {
    name: 'licences',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: { plugins: [listening(folders)], worker: { plugins: () => [listening(folders)] } },
        });
      },
      'astro:build:done': ({ dir, logger }) => {
        for (const name of besides) folders.add(join('node_modules', name));
        const all = [...folders].filter((folder) => existsSync(join(folder, 'package.json'))).map(licenceOf);
        const unique = [...new Map(all.map((each) => [each.name, each])).values()];
        writeFileSync(join(fileURLToPath(dir), 'licences.txt'), licencesText(unique));
        logger.info(`licences.txt names ${unique.length} packages`);
      },
    },
  };
}
