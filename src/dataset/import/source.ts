import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Network } from './download.ts';
import { download } from './download.ts';
import { ImportFailure } from './failure.ts';

/** The final release on the Hub. The leaderboard is retired, so its main revision no longer moves. */
export const hubFile =
  'https://huggingface.co/datasets/open-llm-leaderboard/contents/resolve/main/data/train-00000-of-00001.parquet';

/** Whether a source is an address; a path of Windows has one letter before its colon. */
const isAddress = (source: string) => /^[a-z][a-z\d+.-]+:/i.test(source);

/** @throws ImportFailure for an address that can never be answered. */
function checkAddress(address: string): void {
  const refuse = (fault: string) => {
    throw new ImportFailure(
      `${address}: ${fault}; give an address such as ${hubFile}, or the path of a file.`,
    );
  };
  if (!/^https?:\/\//i.test(address)) refuse('only http:// and https:// addresses can be asked');
  const url = URL.parse(address);
  if (url === null) return refuse('this is no address');
  if (url.username !== '' || url.password !== '') refuse('an address with a name or a password is not asked');
}

/**
 * Calls `use` with the path of a local file that holds the source, a path or an http(s) URL. What is
 * downloaded lies in a temporary folder that is gone when `use` has finished or failed.
 * @throws ImportFailure where the source is an address that can never be answered, or that is not answered.
 */
export async function withLocalFile<T>(
  source: string,
  network: Network,
  use: (path: string) => Promise<T>,
): Promise<T> {
  if (!isAddress(source)) return use(source);
  checkAddress(source);
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
