import { readFile, rm } from 'node:fs/promises';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { join } from 'node:path';
import { build } from 'astro';
import type { Site } from '../tests/browser/sites.ts';

/** A build whose scripts keep their names and carry source maps; slower to load, the same to run. */
export const profiledSite: Site = { name: 'profiled', folder: '.cache/bench/profiled', base: '/' };

/** Makes the profiled build. */
export async function buildProfiled(): Promise<void> {
  await rm(profiledSite.folder, { recursive: true, force: true });
  await build({
    outDir: profiledSite.folder,
    base: profiledSite.base,
    logLevel: 'silent',
    vite: { build: { minify: false, sourcemap: true } },
  });
}

/** Answers the source file of a place in a script of the profiled build, or undefined where it has none. */
export type SourceOf = (url: string, line: number, column: number) => Promise<string | undefined>;

/** Looks sources up in the source maps of the build; each map is read once. */
export function sourceMaps(): SourceOf {
  const maps = new Map<string, Promise<SourceMap | undefined>>();
  return async (url, line, column) => {
    if (!url.startsWith('http')) return undefined;
    const { pathname } = new URL(url);
    let map = maps.get(pathname);
    if (!map) {
      map = readFile(join(profiledSite.folder, `${pathname}.map`), 'utf8')
        .then((text) => new SourceMap(JSON.parse(text) as SourceMapPayload))
        .catch(() => undefined);
      maps.set(pathname, map);
    }
    const entry = (await map)?.findEntry(line, column);
    return entry && 'originalSource' in entry ? entry.originalSource : undefined;
  };
}
