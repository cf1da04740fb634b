import { spawnSync } from 'node:child_process';
import { mkdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
    '.import.lock',
    '.runs.csv.tmp',
    'datapackage.json',
    'runs.csv',
  ]);

  await workshop.run([workshop.data('sound.parquet')]);
  expect(await workshop.contents()).toEqual(before);
});

it('does not follow a link that lies where a new file is staged', async () => {
  await writeFile(workshop.data('precious'), 'precious');
  await symlink(workshop.data('precious'), workshop.data('.runs.csv.tmp'));
  const { code } = await workshop.run([workshop.data('new.parquet'), '--accept-new-release']);
  expect(code).toBe(0);
  const after = await workshop.contents();
  expect(after['precious']).toBe('precious');
  expect(Object.keys(after)).toEqual(['datapackage.json', 'precious', 'runs.csv']);
});

it('says so of a folder that lies where a new file is staged, and leaves it', async () => {
  const before = await workshop.contents();
  await mkdir(join(workshop.data('.runs.csv.tmp'), 'within'), { recursive: true });
  const { code, said } = await workshop.run([workshop.data('new.parquet'), '--accept-new-release']);
  expect(code).toBe(1);
  expect(said).toMatch(/The new files cannot be written \(.*\.runs\.csv\.tmp.*\); nothing was replaced\./);
  expect((await stat(join(workshop.data('.runs.csv.tmp'), 'within'))).isDirectory()).toBe(true);
  await rm(workshop.data('.runs.csv.tmp'), { recursive: true });
  expect(await workshop.contents()).toEqual(before);
});

it('lets one of two imports at once write, and tells the other', async () => {
  let other: { code: number; said: string } | undefined;
  const first = await workshop.run([workshop.data('new.parquet'), '--accept-new-release'], {
    rename: async (from, to) => {
      other ??= await workshop.run([workshop.data('sound.parquet'), '--accept-new-release']);
      await rename(from, to);
    },
  });
  expect(first.code).toBe(0);
  expect(other).toMatchObject({ code: 1 });
  expect(other!.said).toContain(`Another import (process ${process.pid}) is writing to this folder`);
  const after = await workshop.contents();
  expect(Object.keys(after)).toEqual(['datapackage.json', 'runs.csv']);
  expect(after['runs.csv']).toBe(`${soundCsv.split('\n').slice(0, 3).join('\n')}\n`);
});
