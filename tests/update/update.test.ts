import { createHash } from 'node:crypto';
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { csvFile, csvLine } from '../../src/dataset/csv.ts';
import { parseRuns } from '../../src/dataset/runs-file.ts';
import { factTables } from '../../src/dataset/tables.ts';
import { updateRuns, type UpdateOptions } from '../../src/update/update.ts';
import { soundRows, writeHubFile } from '../dataset/import/fixture.ts';
import { openWorkshop, type Workshop } from '../dataset/import/workshop.ts';

let workshop: Workshop;
beforeEach(async () => {
  workshop = await openWorkshop();
  await writeHubFile(workshop.data('hub.parquet'));
  await workshop.run([workshop.data('hub.parquet')]);
  // The other tables of facts, with nothing in them but that each model is one of its own.
  for (const { file, columns } of factTables)
    if (file !== 'runs.csv') writeFileSync(workshop.data(file!), csvFile(Object.keys(columns), []));
  const names = parseRuns(readFileSync(workshop.data('runs.csv'), 'utf8')).map(({ model }) => model!);
  const alone = names.map((model) => [model, model, null, null, null, null, null, model, 'own', 'by hand']);
  appendFileSync(workshop.data('identity.csv'), alone.map(csvLine).join(''));
});
afterEach(() => workshop.close());

/** The tables of facts as they are, by a hash each. */
const tables = () =>
  readdirSync(workshop.folder)
    .filter((name) => !name.endsWith('.parquet'))
    .map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(workshop.data(name)))
        .digest('hex'),
    ]);

async function update(source: string, options: Partial<UpdateOptions> = {}) {
  const said: string[] = [];
  const shown: string[] = [];
  let asked = 0;
  const written = await updateRuns({
    source: workshop.data(source),
    folder: workshop.folder,
    all: false,
    consent: () => {
      asked++;
      return Promise.resolve(false);
    },
    fetch: () => Promise.reject(new Error('this test must not use the network')),
    sleep: () => Promise.resolve(),
    say: (line) => said.push(line),
    show: (text) => shown.push(text),
    ...options,
  });
  return { written, asked, said: said.join('\n'), shown: shown.join('\n') };
}

test('the rows that are there change nothing, and nothing is asked', async () => {
  expect(await update('hub.parquet')).toMatchObject({
    written: false,
    asked: 0,
    shown: 'The file has the rows that are there already.\n',
  });
});

test('other rows are shown with what they change, and written on consent alone', async () => {
  await writeHubFile(workshop.data('new.parquet'), { rows: soundRows().slice(0, 2) });
  const before = tables();
  const { written, asked, shown, said } = await update('new.parquet', { all: true });
  expect(written).toBe(false);
  expect(asked).toBe(1);
  expect(said).toContain('Nothing was written.');
  expect(shown).toMatch(/^Rows that go \(1\)\n {2}\S+\n/);
  expect(shown).toMatch(/^ {2}models\.count: 3, n = 3 → 2, n = 2$/m);
  expect(tables()).toEqual(before);

  const accepted = await update('new.parquet', { consent: () => Promise.resolve(true) });
  expect(accepted.written).toBe(true);
  expect(accepted.said).toContain('Wrote runs.csv (2 runs)');
  const changed = tables().filter(([name, hash]) => !before.some(([a, b]) => a === name && b === hash));
  expect(changed.map(([name]) => name)).toEqual(['datapackage.json', 'runs.csv']);
});

test('lines of the other tables that the new rows leave behind are named', async () => {
  const [gone] = soundRows();
  const model = String(gone!.fullname);
  const table = factTables.find(({ file }) => file === 'corrections.csv')!;
  writeFileSync(
    workshop.data('corrections.csv'),
    csvFile(Object.keys(table.columns), [
      { model, column: 'parameters_b', value: '7.5', reason: 'A reason.', source: 'a source' },
    ]),
  );
  await writeHubFile(workshop.data('new.parquet'), { rows: soundRows().slice(1) });
  const { shown } = await update('new.parquet');
  const [, part] = /^Lines of the other tables that would no longer fit \(\d+\)\n((?: .*\n)*)/m.exec(shown)!;
  expect(part).toMatch(/corrections\.csv.*runs\.csv has no such model/);
});

test('a file that is refused changes nothing, and what is wrong in it is said', async () => {
  const [first, ...others] = soundRows();
  await writeHubFile(workshop.data('new.parquet'), { rows: [{ ...first!, 'Average ⬆️': 99 }, ...others] });
  const before = tables();
  await expect(update('new.parquet')).rejects.toThrow('the average is not the mean of the six scores');
  expect(tables()).toEqual(before);
});
