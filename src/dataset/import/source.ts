import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Network } from './download.ts';
import { download } from './download.ts';

/** The final release on the Hub. The leaderboard is retired, so its main revision no longer moves. */
export const hubFile =
  'https://huggingface.co/datasets/open-llm-leaderboard/contents/resolve/main/data/train-00000-of-00001.parquet';

/**
 * Calls `use` with the path of a local file that holds the source, a path or an http(s) URL. What is
 * downloaded lies in a temporary folder that is gone when `use` has finished or failed.
 */
export async function withLocalFile<T>(
  source: string,
  network: Network,
  use: (path: string) => Promise<T>,
): Promise<T> {
  if (!/^https?:\/\//i.test(source)) return use(source);
  const folder = await mkdtemp(join(tmpdir(), 'leaderboard-import-'));
  try {
    network.say(`Downloading ${source}`);
    const path = join(folder, 'source.parquet');
    await download(source, path, network);
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
