// Runs an import that is killed before its nth step on a disk; with “half”, in the middle of a write. Says how many
// steps it took where it ends before.
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const [folder, source, at, half] = process.argv.slice(2);
let steps = 0;

/** Calls what the import calls, unless the time has come. */
function stepped<A extends unknown[], R>(act: (...args: A) => Promise<R>) {
  return async (...args: A): Promise<R> => {
    steps += 1;
    if (steps === Number(at)) process.kill(process.pid, 'SIGKILL');
    return act(...args);
  };
}

const { open, writeFile, rename, rm, link } = fs;
Object.assign(fs, {
  writeFile: stepped(writeFile as (...args: unknown[]) => Promise<void>),
  rename: stepped(rename),
  rm: stepped(rm),
  link: stepped(link),
  open: stepped(async (...args: Parameters<typeof open>) => {
    const file = await open(...args);
    const whole = file.writeFile.bind(file);
    file.writeFile = stepped(async (text: Parameters<typeof whole>[0], ...rest) => {
      if (half === undefined) return whole(text, ...rest);
      await whole(String(text).slice(0, String(text).length / 2), ...rest);
      return process.kill(process.pid, 'SIGKILL') as never;
    }) as typeof file.writeFile;
    file.sync = stepped(file.sync.bind(file));
    return file;
  }),
});
syncBuiltinESMExports();

const { runCommand } = await import('../../src/dataset/import/command.ts');
process.exitCode = await runCommand([source!, '--accept-new-release'], {
  folder: folder!,
  fetch,
  sleep: () => Promise.resolve(),
  say: (line) => process.stderr.write(`${line}\n`),
});
process.stdout.write(String(steps));
