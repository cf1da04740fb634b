import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { soundCsv, soundRows, writeHubFile } from './fixture.ts';
import type { Workshop } from './workshop.ts';
import { openWorkshop } from './workshop.ts';

let workshop: Workshop;
beforeEach(async () => {
  workshop = await openWorkshop();
  await writeHubFile(workshop.data('sound.parquet'));
  await workshop.run([workshop.data('sound.parquet')]);
  await writeHubFile(workshop.data('new.parquet'), { rows: soundRows().slice(0, 2) });
});
afterEach(() => workshop.close());

it('leaves the old files and no others when the first rename fails', async () => {
  const before = await workshop.contents();
  const { code, said } = await workshop.run([workshop.data('new.parquet'), '--accept-new-release'], {
    rename: () => Promise.reject(new Error('the disk is gone')),
  });
  expect(code).toBe(1);
  expect(said).toContain('The new files cannot be written (the disk is gone); nothing was replaced.');
  expect(await workshop.contents()).toEqual(before);
});

it('leaves the old files when it is killed between checking and renaming, and recovers', async () => {
  const before = await workshop.contents();
  const script = fileURLToPath(new URL('crash.ts', import.meta.url));
  const { signal } = spawnSync(process.execPath, [script, workshop.folder, workshop.data('new.parquet')]);
  expect(signal).toBe('SIGKILL');
  const after = await workshop.contents();
  expect(after['runs.csv']).toBe(soundCsv);
  expect(after).toMatchObject(before);
  // The new contents were complete beside the old ones, so the kill came at the right moment.
  expect(Object.keys(after)).toEqual([
    '.datapackage.json.tmp',
    '.runs.csv.tmp',
    'datapackage.json',
    'runs.csv',
  ]);

  await workshop.run([workshop.data('sound.parquet')]);
  expect(await workshop.contents()).toEqual(before);
});
