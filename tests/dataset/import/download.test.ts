import { readFile, stat } from 'node:fs/promises';
import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hubFile, withLocalFile } from '../../../src/dataset/import/source.ts';
import { soundCsv, writeHubFile } from './fixture.ts';
import type { Workshop } from './workshop.ts';
import { openWorkshop } from './workshop.ts';

let workshop: Workshop;
let server: Server;
let answers: RequestListener[];
let requests: number;
let waits: number[];

beforeEach(async () => {
  workshop = await openWorkshop();
  answers = [];
  requests = 0;
  waits = [];
  server = createServer((request, response) => {
    // The last answer is given for ever.
    answers[Math.min(requests++, answers.length - 1)]!(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await workshop.close();
});

const world = () => ({
  fetch,
  sleep: (milliseconds: number) => {
    waits.push(milliseconds);
    return Promise.resolve();
  },
});
const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/train.parquet`;
const status =
  (code: number): RequestListener =>
  (_, response) => {
    response.writeHead(code).end();
  };
const body =
  (bytes: Buffer): RequestListener =>
  (_, response) => {
    response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
  };

async function soundFile(): Promise<Buffer> {
  await writeHubFile(workshop.data('sound.parquet'));
  return readFile(workshop.data('sound.parquet'));
}

it.each([503, 500, 429])('tries again after %i', async (code) => {
  answers = [status(code), body(await soundFile())];
  const result = await workshop.run([address()], world());
  expect(result.said).toContain(`Try 1 of 4: the server answered ${code}`);
  expect(result.code).toBe(0);
  expect(requests).toBe(2);
  expect(waits).toEqual([1000]);
  expect((await workshop.contents())['runs.csv']).toBe(soundCsv);
});

it.each([404, 401])('does not try again after %i', async (code) => {
  answers = [status(code)];
  const result = await workshop.run([address()], world());
  expect(result.code).toBe(1);
  expect(result.said).toContain(`${address()}: the server answered ${code}`);
  expect(requests).toBe(1);
  expect(waits).toEqual([]);
  expect(await workshop.contents()).toEqual({});
});

it('does not try again at a port that no browser asks', async () => {
  const { code, said } = await workshop.run(['http://127.0.0.1:6000/train.parquet'], world());
  expect(code).toBe(1);
  expect(said).toContain(
    'http://127.0.0.1:6000/train.parquet: bad port. Check the URL; no other try is made.',
  );
  expect(waits).toEqual([]);
});

it('names the address, not its own temporary file, where what came is no Parquet', async () => {
  answers = [body(Buffer.from('<html>'))];
  const { said } = await workshop.run([address()], world());
  expect(said).toContain(`${address()}: cannot be read as Parquet: `);
  expect(said).not.toContain('source.parquet');
});

it('gives up after four tries with growing waits', async () => {
  answers = [status(503)];
  const result = await workshop.run([address()], world());
  expect(result.code).toBe(1);
  expect(result.said).toContain('the server answered 503 Service Unavailable, 4 times.');
  expect(requests).toBe(4);
  expect(waits).toEqual([1000, 4000, 16000]);
});

it('tries again when the connection breaks in the middle', async () => {
  const bytes = await soundFile();
  answers = [
    (_, response) => {
      response.writeHead(200, { 'content-length': bytes.length });
      response.write(bytes.subarray(0, 100), () => response.destroy());
    },
    body(bytes),
  ];
  expect((await workshop.run([address()], world())).code).toBe(0);
  expect(requests).toBe(2);
  expect((await workshop.contents())['runs.csv']).toBe(soundCsv);
});

it('gives up a try that has no answer in time', async () => {
  answers = [() => undefined, body(await soundFile())];
  const result = await workshop.run([address()], { ...world(), timeout: 1000 });
  expect(result.said).toContain('there was no full answer within 1 s');
  expect(result.code).toBe(0);
  expect(requests).toBe(2);
});

it('tries again when nobody listens', async () => {
  const gone = address();
  await new Promise((resolve) => server.close(resolve));
  const result = await workshop.run([gone], world());
  expect(result.code).toBe(1);
  expect(result.said).toContain('ECONNREFUSED');
  expect(waits).toEqual([1000, 4000, 16000]);
});

it('tells the progress in megabytes', async () => {
  answers = [body(Buffer.alloc(600_000))];
  const { said } = await workshop.run([address()], world());
  expect(said).toContain('of 0.60 MB.');
  expect(said).toContain('Downloaded 0.60 MB in all.');
});

it('removes the download, also after a failure', async () => {
  answers = [body(Buffer.from('some bytes'))];
  let seen = '';
  const use = async (path: string) => {
    seen = path;
    expect(await readFile(path, 'utf8')).toBe('some bytes');
    throw new Error('stop');
  };
  await expect(withLocalFile(address(), { ...world(), say: () => undefined }, use)).rejects.toThrow('stop');
  await expect(stat(seen)).rejects.toThrow('ENOENT');
});

it('asks the Hub where no source is given', async () => {
  const asked: string[] = [];
  const result = await workshop.run([], {
    fetch: (url) => {
      asked.push(String(url));
      return Promise.resolve(new Response(null, { status: 404 }));
    },
  });
  expect(result.code).toBe(1);
  expect(asked).toEqual([hubFile]);
  expect(hubFile).toBe(
    'https://huggingface.co/datasets/open-llm-leaderboard/contents/resolve/main/data/train-00000-of-00001.parquet',
  );
});
