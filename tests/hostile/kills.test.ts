// An import that is killed at any of its steps leaves whole files, and the next one finds nothing in its way.
import { spawnSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { soundCsv, soundRows, writeHubFile } from '../dataset/import/fixture.ts';
import { openWorkshop, type Workshop } from '../dataset/import/workshop.ts';

const script = fileURLToPath(new URL('killed-import.ts', import.meta.url));
const newCsv = `${soundCsv.split('\n').slice(0, 3).join('\n')}\n`;

let workshop: Workshop;
let before: Record<string, string>;
beforeEach(async () => {
  workshop = await openWorkshop();
  await writeHubFile(workshop.data('sound.parquet'));
  await writeHubFile(workshop.data('new.parquet'), { rows: soundRows().slice(0, 2) });
  await workshop.run([workshop.data('sound.parquet')]);
  before = await workshop.contents();
});
afterEach(() => workshop.close());

const killedAt = (...at: string[]) =>
  spawnSync(process.execPath, [script, workshop.folder, workshop.data('new.parquet'), ...at], {
    encoding: 'utf8',
  });

/** What one import leaves: as it was before another began, or as it should be after. */
async function expectWhole(): Promise<void> {
  const after = await workshop.contents();
  expect([soundCsv, newCsv]).toContain(after['runs.csv']);
  expect(() => JSON.parse(after['datapackage.json']!) as unknown).not.toThrow();
  // The package never describes rows that are not there yet.
  if (after['runs.csv'] === soundCsv) expect(after['datapackage.json']).toBe(before['datapackage.json']);
}

async function expectRecovery(): Promise<void> {
  expect(await workshop.run([workshop.data('sound.parquet'), '--accept-new-release'])).toMatchObject({
    code: 0,
  });
  expect(await workshop.contents()).toEqual(before);
  expect((await readdir(workshop.folder)).sort()).toEqual([
    'datapackage.json',
    'new.parquet',
    'runs.csv',
    'sound.parquet',
  ]);
}

/** Steps of an import on a disk; the test below finds when there is another. */
const steps = 18;

test('the steps that are tried are all there are', () => {
  const { status, stdout, stderr } = killedAt('none');
  expect(stderr).toContain('Wrote runs.csv');
  expect([status, stdout]).toEqual([0, String(steps)]);
});

test.each(Array.from({ length: steps }, (_, index) => index + 1))('killed before step %i', async (step) => {
  expect(killedAt(String(step)).signal).toBe('SIGKILL');
  await expectWhole();
  await expectRecovery();
});

test('killed in the middle of a write', async () => {
  expect(killedAt('none', 'half').signal).toBe('SIGKILL');
  await expectWhole();
  await expectRecovery();
});
