import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { soundCsv, soundRows, writeHubFile } from './fixture.ts';
import type { Workshop } from './workshop.ts';
import { openWorkshop } from './workshop.ts';

let workshop: Workshop;
beforeEach(async () => {
  workshop = await openWorkshop();
});
afterEach(() => workshop.close());

it('writes one line per run: our names and words, full precision, blank for missing, LF', async () => {
  await writeHubFile(workshop.data('hub.parquet'));
  const { code, said } = await workshop.run([workshop.data('hub.parquet')]);
  expect(said).toContain('Wrote runs.csv (3 runs)');
  expect(code).toBe(0);
  expect((await workshop.contents())['runs.csv']).toBe(soundCsv);
});

it('describes the file that it wrote', async () => {
  await writeHubFile(workshop.data('hub.parquet'));
  await workshop.run([workshop.data('hub.parquet')]);
  const written = JSON.parse((await workshop.contents())['datapackage.json']!);
  const sha256 = createHash('sha256').update(soundCsv).digest('hex');
  expect(written.resources[0]).toMatchObject({
    path: 'runs.csv',
    rowCount: 3,
    bytes: Buffer.byteLength(soundCsv),
    hash: `sha256:${sha256}`,
  });
});

it('writes the same bytes again', async () => {
  await writeHubFile(workshop.data('hub.parquet'));
  await workshop.run([workshop.data('hub.parquet')]);
  const before = await workshop.contents();
  expect((await workshop.run([workshop.data('hub.parquet')])).code).toBe(0);
  expect(await workshop.contents()).toEqual(before);
  expect(Object.keys(before)).toEqual(['datapackage.json', 'runs.csv']);
});

it('knows a release by its rows: the bytes, the name and the column order of the file do not matter', async () => {
  await writeHubFile(workshop.data('hub.parquet'));
  await workshop.run([workshop.data('hub.parquet')]);
  const before = await workshop.contents();
  const other = workshop.data('part=1 [x]*.parquet');
  await writeHubFile(other, { reversed: true });
  expect(await readFile(other)).not.toEqual(await readFile(workshop.data('hub.parquet')));
  expect(await workshop.run([other])).toMatchObject({ code: 0 });
  expect(await workshop.contents()).toEqual(before);
});

it('refuses another release, loudly, and says what it means', async () => {
  await writeHubFile(workshop.data('hub.parquet'));
  await workshop.run([workshop.data('hub.parquet')]);
  const before = await workshop.contents();
  await writeHubFile(workshop.data('new.parquet'), { rows: soundRows().slice(0, 2) });

  const refused = await workshop.run([workshop.data('new.parquet')]);
  expect(refused.code).toBe(1);
  expect(refused.said).toContain('THESE ARE NOT THE ROWS OF THE RELEASE');
  expect(refused.said).toContain(JSON.parse(before['datapackage.json']!).fingerprint.value);
  expect(refused.said).toContain('--accept-new-release');
  expect(await workshop.contents()).toEqual(before);

  const accepted = await workshop.run([workshop.data('new.parquet'), '--accept-new-release']);
  expect(accepted.code).toBe(0);
  expect(accepted.said).toContain('THESE ARE NOT THE ROWS OF THE RELEASE');
  const after = await workshop.contents();
  expect(after['runs.csv']).toBe(`${soundCsv.split('\n').slice(0, 3).join('\n')}\n`);
  expect(after['datapackage.json']).not.toBe(before['datapackage.json']);
});

it('refuses to guess where the data package records no fingerprint', async () => {
  await writeHubFile(workshop.data('hub.parquet'));
  await writeFile(workshop.data('datapackage.json'), '{"fingerprint": {}}');
  const { code, said } = await workshop.run([workshop.data('hub.parquet')]);
  expect(code).toBe(1);
  expect(said).toContain('fingerprint.value should be 64 hexadecimal digits');
  expect(await workshop.contents()).toEqual({ 'datapackage.json': '{"fingerprint": {}}' });
});

it.each([
  ['a missing file', 'none.parquet', undefined, 'no such file'],
  ['a file that is not Parquet', 'text.parquet', 'not Parquet at all', 'cannot be read as Parquet'],
  ['a folder', '.', undefined, 'this is a folder; give the path or the URL of a Parquet file.'],
])('says so of %s', async (_, name, text, message) => {
  if (text !== undefined) await writeFile(workshop.data(name), text);
  const { code, said } = await workshop.run([workshop.data(name)]);
  expect(code).toBe(1);
  expect(said).toContain(`${workshop.data(name)}: ${message}`);
});

it.each([
  ['two sources', ['a', 'b'], 'more than one file or URL'],
  ['an unknown option', ['--force'], 'unknown option --force'],
])('explains its use when given %s', async (_, args, message) => {
  const { code, said } = await workshop.run(args);
  expect(code).toBe(2);
  expect(said).toContain(message);
  expect(said).toContain('Usage: npm run data:import');
});

it.each([
  ['ftp://data.example/train.parquet', 'only http:// and https:// addresses can be asked'],
  ['file:///data/train.parquet', 'only http:// and https:// addresses can be asked'],
  ['https:/data.example/train.parquet', 'only http:// and https:// addresses can be asked'],
  ['https://data example/train.parquet', 'this is no address'],
  ['https://:443/train.parquet', 'this is no address'],
  ['https://me:secret@data.example/train.parquet', 'an address with a name or a password is not asked'],
])('refuses %s at once', async (address, message) => {
  const fetch = vi.fn();
  const { code, said } = await workshop.run([address], { fetch });
  expect(code).toBe(1);
  expect(said).toContain(`${address}: ${message}; give an address such as https://`);
  expect(fetch).not.toHaveBeenCalled();
});

it('says what is wrong with a file without its own query or a path that nobody gave', async () => {
  await writeFile(workshop.data('half.parquet'), 'PAR1 and nothing behind it PAR1');
  const { said } = await workshop.run([workshop.data('half.parquet')]);
  expect(said).toContain(`${workshop.data('half.parquet')}: cannot be read as Parquet: `);
  expect(said).not.toMatch(/SELECT|LINE|\$path|Error:/);
});

it('refuses more rows than it can hold, before it reads them', async () => {
  const path = workshop.data('many.parquet');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`COPY (FROM range(1000000)) TO '${path}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
  const { code, said } = await workshop.run([path]);
  expect(code).toBe(1);
  expect(said).toBe(
    `${path}: the file has 1,000,000 rows, and an import reads at most 200,000; the final release has fewer than 5,000.`,
  );
});
