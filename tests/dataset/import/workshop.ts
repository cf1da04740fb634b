import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../../src/dataset/import/command.ts';
import type { ImportOptions } from '../../../src/dataset/import/import.ts';

/** A temporary folder to import into, and what an import did there. */
export interface Workshop {
  folder: string;
  data: (name: string) => string;
  /** Runs the command and gives its exit code and everything that it said. */
  run: (args: readonly string[], world?: Partial<ImportOptions>) => Promise<{ code: number; said: string }>;
  /** Names and contents of all files in the folder. */
  contents: () => Promise<Record<string, string>>;
  close: () => Promise<void>;
}

export async function openWorkshop(): Promise<Workshop> {
  const folder = await mkdtemp(join(tmpdir(), 'import-test-'));
  return {
    folder,
    data: (name) => join(folder, name),
    run: async (args, world = {}) => {
      const lines: string[] = [];
      const code = await runCommand(args, {
        folder,
        fetch: () => Promise.reject(new Error('this test must not use the network')),
        sleep: () => Promise.resolve(),
        say: (line) => lines.push(line),
        ...world,
      });
      return { code, said: lines.join('\n') };
    },
    contents: async () => {
      const names = (await readdir(folder)).filter((name) => !name.endsWith('.parquet')).sort();
      return Object.fromEntries(
        await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')])),
      ) as Record<string, string>;
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
