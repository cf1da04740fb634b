import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Section } from './measurement.ts';
import { repeat } from './repeat.ts';
import { site } from './site.ts';

const run = promisify(execFile);

/** Where src/engine/delivery.ts keeps the compressed engine. */
const engineCache = 'node_modules/.cache/engine';

/** Builds the whole report into `site.folder`; answers the seconds it took. Rejects with the build's output. */
async function buildOnce(): Promise<number> {
  await rm(site.folder, { recursive: true, force: true });
  const start = performance.now();
  await run(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', site.folder], {
    env: { ...process.env, BASE_PATH: site.base, ASTRO_TELEMETRY_DISABLED: '1' },
    maxBuffer: 1e8,
    timeout: 120_000,
  }).catch((error: { stdout?: string; stderr?: string }) => {
    throw new Error(`the build failed:\n${error.stdout ?? ''}${error.stderr ?? ''}`, { cause: error });
  });
  return (performance.now() - start) / 1000;
}

/** Wall time of a build from an empty output folder. The last build is the one that the other sections read. */
export async function measureBuild(repetitions: number): Promise<Section> {
  await rm(engineCache, { recursive: true, force: true });
  const cold = await buildOnce();
  const warm = await repeat(repetitions, 50, buildOnce);
  return {
    id: 'build',
    title: 'Build',
    notes: ['Wall time of `astro build` in a process of its own, into an empty folder.'],
    measurements: [
      { what: 'Full build, engine to be compressed', unit: 's', values: [cold] },
      { what: 'Full build, compressed engine kept', unit: 's', values: warm },
    ],
  };
}
