import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Section } from './measurement.ts';
import { repeat } from './repeat.ts';
import { site } from './site.ts';

const run = promisify(execFile);

/** Where src/engine/delivery.ts keeps the compressed engine, and the build what it need not compute again. */
const engineCache = 'node_modules/.cache/engine';
const buildCache = '.cache';
const kept = ['analyses', 'answers', 'cards', 'profiles'];

/** Builds the whole report into `site.folder`; answers the seconds it took. Rejects with the build's output. */
async function buildOnce(): Promise<number> {
  await rm(site.folder, { recursive: true, force: true });
  const start = performance.now();
  await run(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', site.folder], {
    env: { ...process.env, BASE_PATH: site.base, ASTRO_TELEMETRY_DISABLED: '1' },
    maxBuffer: 1e8,
    timeout: 600_000,
  }).catch((error: { stdout?: string; stderr?: string }) => {
    throw new Error(`the build failed:\n${error.stdout ?? ''}${error.stderr ?? ''}`, { cause: error });
  });
  return (performance.now() - start) / 1000;
}

const forget = (folder: string) => rm(folder, { recursive: true, force: true });

/** Wall time of a build from an empty output folder. The last build is the one that the other sections read. */
export async function measureBuild(repetitions: number): Promise<Section> {
  await forget(engineCache);
  const withEngine = await buildOnce();
  for (const name of kept) await forget(join(buildCache, name));
  const cold = await buildOnce();
  const warm = await repeat(repetitions, 200, buildOnce);
  return {
    id: 'build',
    title: 'Build',
    notes: [
      'Wall time of `astro build` in a process of its own, into an empty folder. The engine and what is computed of analyses, declared slices, models and cards are kept between builds by content.',
    ],
    measurements: [
      { what: 'Engine to be compressed, the rest kept', unit: 's', values: [withEngine] },
      { what: 'Engine kept, the rest computed', unit: 's', target: 120, values: [cold] },
      { what: 'All kept', unit: 's', target: 40, values: warm },
    ],
  };
}
