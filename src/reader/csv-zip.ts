import { strToU8, zipSync } from 'fflate';
import { csvwMetadata, metadataName, type CsvDescription } from '../dataset/files/csvw.ts';
import { readme } from '../dataset/files/readme.ts';
import { handOver } from './hand-over.ts';

// The same rows give the same bytes: the oldest time that an archive can hold, in whichever time zone.
const mtime = new Date(1980, 0, 1);

/** A CSV file in an archive with its description for programs and for people. */
export const csvZip = (described: CsvDescription, rows: Uint8Array): Uint8Array<ArrayBuffer> =>
  zipSync(
    {
      [described.file]: rows,
      [metadataName(described.file)]: strToU8(csvwMetadata(described)),
      'README.txt': strToU8(readme(described)),
    },
    { mtime },
  );

/** Hands the reader a CSV file in an archive with what it is; answers the name of the archive. */
export async function saveCsv(described: CsvDescription, rows: Blob): Promise<string> {
  const name = described.file.replace(/\.csv$/, '.zip');
  const zip = csvZip(described, new Uint8Array(await rows.arrayBuffer()));
  handOver(new Blob([zip], { type: 'application/zip' }), name);
  return name;
}
