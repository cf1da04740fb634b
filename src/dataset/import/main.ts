import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { runCommand } from './command.ts';

process.exitCode = await runCommand(process.argv.slice(2), {
  folder: fileURLToPath(new URL('../../../data/', import.meta.url)),
  fetch,
  sleep,
  say: (line) => process.stderr.write(`${line}\n`),
});
