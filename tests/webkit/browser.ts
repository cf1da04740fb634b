// WebKit, driven over WebDriver: Debian's webkit2gtk-driver on a screen that nobody sees (xvfb). The registry of
// packages has no WebKit, and Playwright's own does not come from there.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A page of a WebKit. */
export interface WebKit {
  /** Opens an address and waits until it is loaded. */
  open(url: string): Promise<void>;
  /** Runs a function in the page, which gets the argument and gives what JSON can hold. */
  evaluate<T, A>(run: (argument: A) => T, argument?: A): Promise<T>;
  close(): Promise<void>;
}

const driver = process.env.WEBKIT_DRIVER ?? '/usr/bin/WebKitWebDriver';
const screen = '/usr/bin/Xvfb';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** The first line that a process writes to its third channel. */
async function said(child: ChildProcess): Promise<string> {
  const [chunk] = (await once(child.stdio[3]!, 'data')) as [Buffer];
  return chunk.toString().trim();
}

/** Starts a WebKit. Rejects with what to install where there is none. */
export async function startWebKit(): Promise<WebKit> {
  for (const path of [driver, screen])
    if (!existsSync(path))
      throw new Error(
        `${path} is not there: apt-get install webkit2gtk-driver xvfb, or name a WEBKIT_DRIVER.`,
      );
  const display = spawn(screen, ['-displayfd', '3', '-screen', '0', '1440x900x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const port = await freePort();
  const server = spawn(driver, [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: `:${await said(display)}` },
  });
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: { error?: string; message?: string } | null };
    if (!response.ok) throw new Error(`WebKit: ${value?.error}: ${value?.message}`);
    return value;
  };
  while (!(await ask('GET', '/status').catch(() => undefined))) {
    if (server.exitCode !== null) throw new Error(`${driver} ended with ${server.exitCode}`);
    await sleep(50);
  }
  const { sessionId } = (await ask('POST', '/session', { capabilities: { alwaysMatch: {} } })) as {
    sessionId: string;
  };
  const session = `/session/${sessionId}`;
  return {
    async open(url) {
      await ask('POST', `${session}/url`, { url });
      // On a busy machine the driver answers while the page before is still there.
      const script = 'return document.readyState === "complete" && location.pathname === arguments[0]';
      const args = [new URL(url).pathname];
      while (!(await ask('POST', `${session}/execute/sync`, { script, args }).catch(() => false)))
        await sleep(50);
    },
    evaluate: async <T, A>(run: (argument: A) => T, argument?: A) =>
      (await ask('POST', `${session}/execute/sync`, {
        script: `return (${run.toString()})(arguments[0])`,
        args: [argument ?? null],
      })) as T,
    async close() {
      await ask('DELETE', session).catch(() => undefined);
      server.kill();
      display.kill();
    },
  };
}
