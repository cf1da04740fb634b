import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeProject, type Server } from './project.ts';

/** What the server says to the pages that it serves. */
interface Message {
  type: string;
  err?: { message: string; loc: { file: string; line: number; column: number } };
}

const project = makeProject();
const path = 'chapters/04-size-and-score.mdx';
const chapter = readFileSync(join('content', path), 'utf8');

let server: Server;
let page: WebSocket;
let heard: Message[] = [];

beforeAll(async () => {
  server = await project.serve();
  page = new WebSocket(server.url.replace('http', 'ws'), 'vite-hmr');
  page.onmessage = ({ data }) => heard.push(JSON.parse(String(data)) as Message);
}, 300_000);

afterAll(async () => {
  page.close();
  await server.close();
});

/** The first message of a kind that is heard while something is done and after; the test's own limit ends the wait. */
async function hear(type: string, act: () => void): Promise<Message> {
  heard = [];
  act();
  for (;;) {
    const found = heard.find((message) => message.type === type);
    if (found) return found;
    await setTimeout(20);
  }
}

const limit = { timeout: 300_000 };

test('what nothing else would tell is shown over the page, at its place in the content', limit, async () => {
  const { err } = await hear('error', () =>
    project.write(path, `${chapter}\nThere are [4,576 runs](/exemple/).\n`),
  );
  const line = chapter.split('\n').length + 1;
  expect(err?.loc).toEqual({ file: join(project.folder, 'content', path), line, column: 11 });
  expect(err?.message).toContain('2 problems\n');
  expect(err?.message).toContain(`content/${path}:${line}:11: the link “/exemple/” leads nowhere`);
  expect(err?.message).toContain(`content/${path}:${line}:12: the number “4,576” is typed`);
});

test('an edit of the data changes the page', limit, async () => {
  const reviewed = async () =>
    /id="moe\.reviewed".*?<td>(\d+)</s.exec(await (await fetch(new URL('numbers/', server.url))).text())?.[1];
  const before = Number(await reviewed());
  const file = join(project.folder, 'data/moe.csv');
  const lines = readFileSync(file, 'utf8').split('\n');
  const moe = lines.findIndex((line) => line.split(',')[1] === 'true');
  await hear('full-reload', () => writeFileSync(file, lines.toSpliced(moe, 1).join('\n')));
  expect(await reviewed()).toBe(String(before - 1));
});
