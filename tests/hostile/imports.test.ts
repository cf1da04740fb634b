// Every kind of file and address that an import may be given by mistake or out of malice. Whatever it is, data/ stays
// as it was to the last byte, and the message says where the fault is and what would be right.
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Column } from '../../src/dataset/column.ts';
import { recordedColumns } from '../../src/dataset/recorded.ts';
import { upstreamColumns } from '../../src/dataset/import/upstream.ts';
import { soundRows, writeHubFile, type HubFile, type HubRow } from '../dataset/import/fixture.ts';
import { openWorkshop, type Workshop } from '../dataset/import/workshop.ts';
import { random } from './random.ts';

let workshop: Workshop;
let before: Record<string, string>;
/** Where the files lie that are given to the import; `data/` is the folder of the workshop. */
let given: string;
let sound: Buffer;

beforeAll(async () => {
  workshop = await openWorkshop();
  given = await mkdtemp(join(tmpdir(), 'hostile-import-'));
  await writeHubFile(join(given, 'sound.parquet'));
  sound = await readFile(join(given, 'sound.parquet'));
  expect(await workshop.run([join(given, 'sound.parquet')])).toMatchObject({ code: 0 });
  before = await workshop.contents();
});
afterAll(async () => {
  await workshop.close();
  await rm(given, { recursive: true, force: true });
});

const innards =
  /SELECT|\bFROM\b|LINE \d|\$path|[A-Z]\w*Error\b|Error:|\n\s+at |node:|\.ts:\d|\bundefined\b|\[object|ERR_/;

/** Imports and expects that it is refused in words for people, with data/ as it was; gives what was said. */
async function refused(source: string, world: Parameters<Workshop['run']>[1] = {}): Promise<string> {
  const { code, said } = await workshop.run([source, '--accept-new-release'], world);
  expect(await workshop.contents(), said).toEqual(before);
  expect(code, said).toBe(1);
  // Paths that were given may be said, and no others.
  const own = said.replaceAll(source, '').replaceAll(workshop.folder, '').replaceAll(given, '');
  expect(own).not.toContain(tmpdir());
  // What stands in the file is quoted in double quotation marks, and is none of our words.
  expect(own.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""')).not.toMatch(innards);
  expect(said.length).toBeLessThan(12_000);
  return said;
}

async function refusedFile(file: HubFile): Promise<string> {
  const path = join(given, 'faulty.parquet');
  await writeHubFile(path, file);
  const said = await refused(path);
  expect(said).toMatch(/^.*faulty\.parquet: [\d,]+ problems?; nothing was written\.\n/);
  return said;
}

const withSecond = (change: HubRow): HubFile => ({
  rows: soundRows().map((row, index) => (index === 1 ? { ...row, ...change } : row)),
});

describe('an address that can never be answered is refused before anything is asked', () => {
  const schemes = [
    'ftp',
    'file',
    'data',
    'javascript',
    'ssh',
    's3',
    'gs',
    'hf',
    'mailto',
    'blob',
    'ws',
    'about',
  ];
  const broken = [
    'https://',
    'http:/x/y',
    'https:x',
    'https://a b/c',
    'https://h:99999/x',
    'https://[::1/x',
    'http://%zz/',
  ];
  test.each([
    ...schemes.map((scheme) => `${scheme}://data.example/train.parquet`),
    ...broken,
    'https://me@data.example/x',
    'https://me:secret@data.example/x',
    'http://:secret@data.example/x',
  ])('%s', async (address) => {
    const said = await refused(address);
    expect(said).toContain(`${address}: `);
    expect(said).toContain('; give an address such as https://huggingface.co/');
  });
});

describe('a path that is no file', () => {
  const kinds: [name: string, make: (path: string) => Promise<unknown>, says: RegExp][] = [
    ['missing', () => Promise.resolve(), /no such file/],
    ['missing/within/missing', () => Promise.resolve(), /no such file/],
    ['sound.parquet/within', () => Promise.resolve(), /no such file/],
    ['folder', (path) => mkdir(path), /this is a folder/],
    ['folder.parquet', (path) => mkdir(path), /this is a folder/],
    ['link-to-nothing', (path) => symlink('nowhere', path), /no such file/],
    ['link-to-folder', (path) => symlink('.', path), /this is a folder/],
    [
      'link-to-itself',
      (path) => symlink('link-to-itself', path),
      /cannot be read \(a link that leads to itself\)/,
    ],
    ['pipe', (path) => Promise.resolve(spawnSync('mkfifo', [path])), /neither a file nor a folder/],
    ['x'.repeat(300), () => Promise.resolve(), /cannot be read \(the name is too long\)/],
    ['*.parquet', () => Promise.resolve(), /no such file/],
  ];
  test.each(kinds)('%s', async (name, make, says) => {
    const path = join(given, name);
    await make(path);
    const said = await refused(path);
    expect(said).toMatch(says);
    expect(said).toContain('give the path or the URL of a Parquet file');
  });

  test.each(['/dev/null', '/dev/zero'])('%s', async (path) => {
    expect(await refused(path)).toContain(`${path}: this is neither a file nor a folder`);
  });

  test('no name at all', async () => {
    expect(await refused('')).toContain('no such file');
  });
});

describe('a file that is not the Parquet file it seems', () => {
  const patched = (at: number, ...bytes: number[]) => {
    const copy = Buffer.from(sound);
    copy.set(bytes, at < 0 ? copy.length + at : at);
    return copy;
  };
  const kinds: [string, () => Buffer | string][] = [
    ['nothing', () => ''],
    ['one byte', () => 'P'],
    ['the mark alone', () => 'PAR1'],
    ['the mark twice', () => 'PAR1PAR1'],
    ['an encrypted mark', () => patched(-4, ...Buffer.from('PARE'))],
    ['CSV', () => 'eval_name,fullname\na,b\n'],
    ['JSON', () => '{"eval_name": "a"}'],
    ['HTML', () => '<!doctype html><title>Sign in</title>'],
    ['a pointer of Git LFS', () => 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n'],
    ['UTF-16', () => Buffer.from('PAR1 eval_name PAR1', 'utf16le')],
    ['zeros', () => Buffer.alloc(4096)],
    ['compressed', () => gzipSync(sound)],
    ['with a mark before it', () => Buffer.concat([Buffer.from('\uFEFF'), sound])],
    ['with a line behind it', () => Buffer.concat([sound, Buffer.from('\n')])],
    ['a footer of no bytes', () => patched(-8, 0, 0, 0, 0)],
    ['a footer longer than the file', () => patched(-8, 0xff, 0xff, 0xff, 0x7f)],
    ['a footer that ends too soon', () => patched(-8, 40, 0, 0, 0)],
    ['no mark at its head', () => patched(0, 0, 0, 0, 0)],
    ...[0.1, 0.25, 0.5, 0.75, 0.9, 0.99].map((share): [string, () => Buffer] => [
      `cut at ${share * 100} %`,
      () => sound.subarray(0, Math.floor(sound.length * share)),
    ]),
    ['cut by one byte', () => sound.subarray(0, -1)],
    ['its second half', () => sound.subarray(sound.length / 2)],
  ];
  test.each(kinds)('%s', async (_, bytes) => {
    const path = join(given, 'damaged.parquet');
    await writeFile(path, bytes());
    // Whether the engine looks at the mark of the head is its own affair: the rows are then as they were.
    const { code } = await workshop.run([path]);
    if (code === 0) return expect(await workshop.contents()).toEqual(before);
    expect(await refused(path)).toContain(`${path}: cannot be read as Parquet: `);
    return undefined;
  });

  test.each(Array.from({ length: 16 }, (_, seed) => seed))('some bytes changed, seed %i', async (seed) => {
    const path = join(given, 'changed.parquet');
    const next = random(seed);
    const copy = Buffer.from(sound);
    for (let change = 0; change < 8; change++) copy[next(copy.length)] = next(256);
    await writeFile(path, copy);
    // Without leave for another release: rows that are still whole are refused as none of ours.
    const { code, said } = await workshop.run([path]);
    expect(await workshop.contents(), said).toEqual(before);
    if (code === 0) return;
    expect(said.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""')).not.toMatch(innards);
    expect(said).toMatch(/cannot be read as Parquet|problems?; nothing was written|THESE ARE NOT THE ROWS/);
  });
});

describe('each column of the Hub', () => {
  const other = { VARCHAR: 'BLOB', DOUBLE: 'FLOAT', BIGINT: 'VARCHAR', BOOLEAN: 'INTEGER' } as const;
  const named = ({ name, column }: (typeof upstreamColumns)[number]) =>
    column === undefined ? `column "${name}"` : `column ${column} ("${name}" on the Hub)`;

  test.each(upstreamColumns.map((each) => [each.name, each] as const))('%s: missing', async (name, each) => {
    const said = await refusedFile({ omit: [name] });
    expect(said).toContain(
      `file, ${named(each)}: the column is missing; right would be a ${each.type} column`,
    );
    expect(said).toContain(': 1 problem;');
  });

  test.each(upstreamColumns.map((each) => [each.name, each] as const))(
    '%s: of another type',
    async (name, each) => {
      const type = other[each.type];
      const rows = soundRows().map((row) => ({ ...row, [name]: null }));
      const said = await refusedFile({ rows, types: { [name]: type } });
      expect(said).toContain(
        `file, ${named(each)}: found "${type}"; the column has the wrong type; right would be ${each.type}`,
      );
      expect(said).toContain(': 1 problem;');
    },
  );

  test.each(['eval_name ', 'EVAL', '__proto__', 'row', "x'; DROP TABLE t; --", '<b>', ' '])(
    'one more, named “%s”',
    async (name) => {
      expect(await refusedFile({ types: { [name]: 'INTEGER' } })).toContain(
        `file, column "${name}": found "INTEGER"; the column is not known; right would be only the 36 columns`,
      );
    },
  );
});

/** Values that a column may not hold, by its kind, each with the words for it. */
function faultsOf({
  type,
  required,
  minimum,
  maximum,
  values,
  pattern,
  name,
}: Column): [string | number | null, RegExp][] {
  const missing = /the value is missing in a column that must have one/;
  const faults: [string | number | null, RegExp][] = required ? [[null, missing]] : [];
  if (type === 'number') {
    faults.push(
      ['nan', /found NaN; the value is not of type number/],
      ['-inf', /found -Infinity; .*not of type/],
    );
    if (maximum !== undefined)
      faults.push([maximum + 0.001, new RegExp(`is above ${maximum}; .*to ${maximum}`)]);
    if (minimum !== undefined)
      faults.push([minimum - 0.001, new RegExp(`is below ${minimum}; .*from ${minimum}`)]);
  }
  if (type === 'integer') {
    faults.push([2 ** 40, /not of type integer; right would be a whole number from -?\d+ to 2147483647/]);
    if (minimum !== undefined)
      faults.push([minimum - 1, new RegExp(`is below ${minimum}; .*at least ${minimum}`)]);
  }
  if (type === 'date')
    for (const day of ['2024-13-01', '24-01-01', '2024-02-30', '2024-01-01T00:00', 'yesterday'])
      faults.push([day, /not a day of the calendar; right would be a real day as YYYY-MM-DD/]);
  if (type === 'string' && name !== 'type') {
    if (required) faults.push(['  ', missing]);
    faults.push(['x'.repeat(301), /the text has 301 characters; right would be text of at most 300/]);
    if (values !== undefined) faults.push(['other', /not one of those allowed; right would be one of /]);
    else if (pattern !== undefined) faults.push(['main', /does not have the form of its column/]);
    else
      for (const sign of ['\n', '\u0001', '\u0085']) faults.push([`a${sign}b`, /holds a control character/]);
  }
  return faults;
}

describe('each kind of value that a column may not hold', () => {
  const upstream = recordedColumns.filter((column) => column.upstream !== undefined);
  // Columns with the same rules meet the same faults; two of each kind stand for it.
  const kinds = Map.groupBy(upstream, ({ type, required, minimum, maximum, values, pattern }) =>
    JSON.stringify([type, required, minimum, maximum, values, pattern]),
  );
  const cases = [...kinds.values()].flatMap((alike) =>
    alike.slice(0, 2).flatMap((column) => faultsOf(column).map(([value, says]) => ({ column, value, says }))),
  );
  test.each(cases.map((each) => [each.column.name, String(each.value).slice(0, 20), each] as const))(
    '%s: %j',
    async (_, __, { column, value, says }) => {
      const said = await refusedFile(withSecond({ [column.upstream!]: value }));
      const line = said
        .split('\n')
        .find((each) => each.includes(`column ${column.name} (`) && says.test(each));
      expect(line, said).toContain(`row 2, column ${column.name} ("${column.upstream}" on the Hub): found `);
      expect(line).toContain('; right would be ');
    },
  );
});

describe('faults that come together', () => {
  const many = (count: number, change: (index: number) => HubRow) => ({
    rows: Array.from({ length: count }, (_, index) => ({
      ...soundRows()[0]!,
      eval_name: `org_alpha${index}_bfloat16`,
      ...change(index),
    })),
  });

  test('of one column in every row are one line', async () => {
    const said = await refusedFile(many(200, () => ({ Precision: 'float8' })));
    expect(said).toContain(': 200 problems;');
    expect(said.split('\n')).toHaveLength(2);
    expect(said).toContain('(the same in 199 rows: 2, 3, 4, 5, 6 and 194 more)');
  });

  test('of several columns by turns are a line a column', async () => {
    const faults: HubRow[] = [{ Precision: 'float8' }, { 'Hub ❤️': -1 }, { 'Submission Date': 'soon' }];
    const said = await refusedFile(many(99, (index) => faults[index % 3]!));
    expect(said.split('\n')).toHaveLength(4);
    expect(said.match(/the same in 32 rows/g)).toHaveLength(3);
  });

  test('of every column at once are counted to the last and shown by twenty', async () => {
    const nothing = Object.fromEntries(upstreamColumns.map(({ name }) => [name, null]));
    const said = await refusedFile(many(30, () => nothing));
    expect(said.split('\n').length).toBeLessThanOrEqual(22);
    expect(said).toMatch(/… and [\d,]+ more$/);
  });

  test('as rows that repeat name the first of them', async () => {
    const said = await refusedFile(many(50, () => ({ eval_name: 'org_alpha_bfloat16' })));
    expect(said).toContain('the run is already in row 1');
    expect(said).toContain('the same in 48 rows');
  });

  test('as an empty table', async () => {
    const path = join(given, 'empty.parquet');
    await writeHubFile(path, { none: true });
    expect(await refused(path)).toContain('the file has no rows; right would be one row per run');
  });

  const texts = [
    '<img src=x>',
    '=1+1',
    "'; DROP TABLE runs; --",
    '\u202Egnp.exe',
    '../../etc/passwd',
    '%s%n',
    '__proto__',
  ];
  test.each(texts)('a name of a stranger in what is quoted: %s', async (text) => {
    const said = await refusedFile(withSecond({ fullname: text, Precision: text }));
    expect(said).toContain(`found ${JSON.stringify(text)}`);
  });
});

describe('a server that does not give the file', () => {
  let server: Server;
  let answer: RequestListener;
  let address: string;
  let asked: number;
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked++;
      answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/train.parquet`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const status =
    (code: number, headers = {}, body = ''): RequestListener =>
    (_, response) =>
      void response.writeHead(code, headers).end(body);
  const once: [string, RequestListener, string][] = [
    ...[400, 401, 403, 404, 410, 418, 451].map((code): [string, RequestListener, string] => [
      String(code),
      status(code),
      `the server answered ${code}`,
    ]),
    ['nothing', status(200, { 'content-length': 0 }), 'cannot be read as Parquet'],
    ['no content', status(204), 'the server answered 204'],
    [
      'a page to sign in',
      status(200, { 'content-type': 'text/html' }, '<html>Sign in'),
      'cannot be read as Parquet',
    ],
    [
      'half of the file',
      (_, response) => void response.end(sound.subarray(0, 900)),
      'cannot be read as Parquet',
    ],
    ['a way to a file of the machine', status(302, { location: 'file:///etc/passwd' }), 'Check the URL'],
    ['a way round for ever', status(302, { location: '/train.parquet' }), 'Check the URL'],
  ];
  test.each(once)('%s: said at once', async (_, given, says) => {
    answer = given;
    asked = 0;
    const said = await refused(address, { fetch });
    expect(said).toContain(says);
    expect(said).toContain(address);
    expect(said).not.toContain('trying again');
  });

  const often: [string, RequestListener, string][] = [
    ...[429, 500, 502, 503, 504].map((code): [string, RequestListener, string] => [
      String(code),
      status(code),
      `the server answered ${code}`,
    ]),
    [
      'fewer bytes than it said',
      (_, response) => {
        response.writeHead(200, { 'content-length': sound.length });
        response.write(sound.subarray(0, 100), () => response.destroy());
      },
      '4 times',
    ],
    ['no answer', (request) => request.socket.destroy(), '4 times'],
    ['what it calls compressed and is not', status(200, { 'content-encoding': 'gzip' }, 'plain'), '4 times'],
    ['silence', () => undefined, 'there was no full answer within 0.1 s'],
  ];
  test.each(often)('%s: tried four times', async (_, given, says) => {
    answer = given;
    asked = 0;
    const said = await refused(address, { fetch, timeout: 100 });
    expect(said).toContain(says);
    expect(said).toContain('Try again later, or download the file and give its path.');
    expect(asked).toBe(4);
  });
});

describe('a data folder that is not as it should be', () => {
  const source = () => join(given, 'sound.parquet');
  const records = [
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '{"fingerprint": 1}',
    '{"fingerprint": {"value": "ABC"}}',
    '\0',
  ];
  test.each(records)('datapackage.json is %j', async (text) => {
    const other = await openWorkshop();
    await writeFile(other.data('datapackage.json'), text);
    const { code, said } = await other.run([source(), '--accept-new-release']);
    expect(code).toBe(1);
    expect(said).toContain('fingerprint.value should be 64 hexadecimal digits');
    expect(said).not.toMatch(innards);
    expect(await other.contents()).toEqual({ 'datapackage.json': text });
    await other.close();
  });

  test.each(['runs.csv', 'datapackage.json', '.runs.csv.tmp', '.datapackage.json.tmp', '.import.lock'])(
    '%s is a folder',
    async (name) => {
      const other = await openWorkshop();
      await mkdir(other.data(name));
      await writeFile(join(other.data(name), 'precious'), 'precious');
      const { code, said } = await other.run([source()]);
      expect(code).toBe(1);
      expect(said).toContain(name);
      expect(said).not.toMatch(innards);
      expect(await readdir(other.folder)).toEqual([name]);
      expect(await readFile(join(other.data(name), 'precious'), 'utf8')).toBe('precious');
      await other.close();
    },
  );

  test('it is missing', async () => {
    const other = await openWorkshop();
    await other.close();
    const { code, said } = await other.run([source()]);
    expect(code).toBe(1);
    expect(said).toMatch(/^The new files cannot be written \(.*\); nothing was replaced\.$/);
    expect(said).not.toMatch(innards);
  });

  test.each(['', 'x', '0', '-1', '1e99', '999999999'])(
    'the lock of nobody says %j and is taken over',
    async (text) => {
      const other = await openWorkshop();
      await writeFile(other.data('.import.lock'), text);
      expect(await other.run([source()])).toMatchObject({ code: 0 });
      expect(await readdir(other.folder)).toEqual(['datapackage.json', 'runs.csv']);
      await other.close();
    },
  );

  test('many imports at once: those that may not write say so, and the files are of one of them', async () => {
    const other = await openWorkshop();
    const results = await Promise.all(Array.from({ length: 8 }, () => other.run([source()])));
    expect(results.some(({ code }) => code === 0)).toBe(true);
    for (const { said } of results.filter(({ code }) => code !== 0))
      expect(said).toMatch(
        /^Another import \(process \d+\) is writing to this folder; nothing was replaced\./,
      );
    expect(await other.contents()).toEqual(before);
    await other.close();
  });
});
