// Runs an import that is killed at the moment when it would move its first new file over the old one.
import { runCommand } from '../../../src/dataset/import/command.ts';

const [folder, source] = process.argv.slice(2);
await runCommand([source!, '--accept-new-release'], {
  folder: folder!,
  fetch,
  sleep: () => Promise.resolve(),
  say: (line) => process.stderr.write(`${line}\n`),
  rename: () => {
    process.kill(process.pid, 'SIGKILL');
    return new Promise(() => undefined);
  },
});
