import { strFromU8, unzipSync } from 'fflate';
import { expect } from './report.ts';

/** What the archive of a saved table holds: the file, its description and the readme, and nothing else. */
export function unzipped(bytes: Uint8Array, file: string) {
  const files = unzipSync(bytes);
  expect(Object.keys(files)).toEqual([file, `${file}-metadata.json`, 'README.txt']);
  const [csv, metadata, readme] = Object.values(files).map((content) => strFromU8(content));
  return { csv: csv!, metadata: JSON.parse(metadata!) as Record<string, unknown>, readme: readme! };
}
