import type { PreparationId } from '../../dataset/grouping.ts';
import type { Row } from '../../engine/engine.ts';
import { answeredSlices, fileNameOf } from '../../slice/answered.ts';
import { formatSlice, preparationOf, type Slice } from '../../slice/slice.ts';
import type { Estimates } from '../../statistics/answer.ts';
import type { Source } from './source.ts';

/** What a page asks of one preparation: statistics by id, and the rows of figures by id. */
export interface FiledPart {
  estimates: Estimates;
  figures: Readonly<Record<string, readonly Row[]>>;
}

/** The answers of one page to one slice, computed when the report was built. */
export interface AnswerFile {
  /** Models of the slice. */
  models: number;
  /** By preparation: the slice's own, and one that the text pins. */
  parts: Readonly<Partial<Record<PreparationId, FiledPart>>>;
}

/** The address of a slice's file, from the pattern that stands in the page with a star for the slice. */
export const addressOf = (pattern: string, slice: Slice): string => pattern.replace('*', fileNameOf(slice));

/** The address of what is published of the numbers of a page. */
export const publishedAddressOf = (pattern: string): string => pattern.replace('*', 'published');

/** Whether the report was built with the answers to a slice. */
export const isAnswered = (slice: Slice): boolean => answeredSlices.has(formatSlice(slice));

async function load(address: string): Promise<AnswerFile> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  // A server may have declared the compression of a `.gz` file, and then the browser has undone it already.
  const compressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const content = new Response(bytes);
  const read = compressed
    ? new Response(content.body!.pipeThrough(new DecompressionStream('gzip')))
    : content;
  const file = (await read.json()) as Partial<AnswerFile> | null;
  if (!file?.parts) throw new Error(`${address} is of another version.`);
  return file as AnswerFile;
}

const files = new Map<string, Promise<AnswerFile>>();

/** The file of the answers at an address, loaded once. */
function fileAt(address: string): Promise<AnswerFile> {
  let file = files.get(address);
  if (!file) {
    file = load(address);
    file.catch(() => files.delete(address));
    files.set(address, file);
  }
  return file;
}

const patternOf = () => document.querySelector<HTMLElement>('reslice-bar')?.dataset.answers;

/** What is published of the page's numbers; undefined where it cannot be had. */
export async function openPublished(): Promise<AnswerFile | undefined> {
  const pattern = patternOf();
  return pattern === undefined ? undefined : fileAt(publishedAddressOf(pattern)).catch(() => undefined);
}

/** What answers a slice from its file, and how many models the slice has. */
export interface Filed {
  models: number;
  source: Source;
}

/**
 * What answers the page to a slice from a file of the build, with how many models the slice has; undefined where
 * there is no such file, or none that can be read: then the engine has to be asked.
 */
export async function openFile(slice: Slice): Promise<Filed | undefined> {
  const pattern = patternOf();
  if (pattern === undefined || !isAnswered(slice)) return undefined;
  const file = await fileAt(addressOf(pattern, slice)).catch(() => undefined);
  if (!file) return undefined;
  const source: Source = (asked) => {
    const part = file.parts[preparationOf(asked)];
    if (!part) throw new Error(`The file has nothing of ${formatSlice(asked)}.`);
    return Promise.resolve({
      // No choice of estimate has a file.
      answers: () => Promise.resolve({ usual: part.estimates, byOrganisation: part.estimates }),
      rows: ({ id }) => Promise.resolve(part.figures[id]!),
    });
  };
  return { models: file.models, source };
}
