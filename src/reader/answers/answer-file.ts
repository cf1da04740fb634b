import type { PreparationId } from '../../dataset/grouping.ts';
import type { Row } from '../../engine/engine.ts';
import { answeredSlices, fileNameOf } from '../../slice/answered.ts';
import { formatSlice, preparationOf, sameSlice, wholeTable, type Slice } from '../../slice/slice.ts';
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

async function load(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  // A server may have declared the compression of a `.gz` file, and then the browser has undone it already.
  const compressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const content = new Response(bytes);
  const read = compressed
    ? new Response(content.body!.pipeThrough(new DecompressionStream('gzip')))
    : content;
  return read.json();
}

const files = new Map<string, Promise<unknown>>();

/** The content of a file, loaded once. */
function fileAt<T>(address: string): Promise<T> {
  let file = files.get(address);
  if (!file) {
    file = load(address);
    file.catch(() => files.delete(address));
    files.set(address, file);
  }
  return file as Promise<T>;
}

const patternOf = () => document.querySelector<HTMLElement>('reslice-bar')?.dataset.answers;

/** A file of the page's answers, by its address from the pattern of the page; undefined where it cannot be had. */
async function open(address: (pattern: string) => string): Promise<AnswerFile | undefined> {
  const pattern = patternOf();
  if (pattern === undefined) return undefined;
  const file = await fileAt<AnswerFile | null>(address(pattern)).catch(() => null);
  // One of another version has no parts.
  return file && 'parts' in file ? file : undefined;
}

/** What is published of the page's numbers; undefined where it cannot be had. */
export const openPublished = (): Promise<AnswerFile | undefined> => open(publishedAddressOf);

/** The published rows of a figure. */
async function publishedRows(id: string, preparation: PreparationId): Promise<readonly Row[]> {
  const folder = patternOf()!.replace(/answers\/.*/, 'figures/');
  const editions = await fileAt<Record<string, { rows: Row[] }>>(`${folder}${id}.json`);
  return editions[preparation]!.rows;
}

/** What answers a slice from its file, and how many models the slice has. */
export interface Filed {
  models: number;
  source: Source;
}

/**
 * What answers the page to a slice from a file of the build, or from what is published to all models, with how many
 * models the slice has; undefined where there is no such file, at once or once it proves that it cannot be read: then
 * the engine has to be asked.
 */
export function openFile(slice: Slice): Promise<Filed | undefined> | undefined {
  if (patternOf() === undefined) return undefined;
  if (sameSlice(slice, wholeTable)) return openPublished().then((file) => file && filed(file, publishedRows));
  if (!answeredSlices.has(formatSlice(slice))) return undefined;
  return open((pattern) => addressOf(pattern, slice)).then((file) => file && filed(file));
}

/** What a file answers; the rows of figures come from it, or from elsewhere. */
function filed(file: AnswerFile, rowsOf?: typeof publishedRows): Filed {
  const source: Source = (asked) => {
    const preparation = preparationOf(asked);
    const part = file.parts[preparation];
    if (!part) throw new Error(`The file has nothing of ${formatSlice(asked)}.`);
    return Promise.resolve({
      // No choice of estimate has a file.
      answers: () => Promise.resolve({ usual: part.estimates, byOrganisation: part.estimates }),
      rows: ({ id }) => (rowsOf ? rowsOf(id, preparation) : Promise.resolve(part.figures[id]!)),
    });
  };
  return { models: file.models, source };
}
