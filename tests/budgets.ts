import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

/**
 * What the report may weigh, from `budgets.json`, in bytes as they travel: pages and scripts as the strongest Brotli
 * leaves them, files that are compressed already as they are. A page counts with all that it asks for before anyone
 * touches it. The output is the folder as it is published. Words are those
 * of the open prose of chapters: without figures, tables, cards, notes and what is folded.
 */
export const budgets = JSON.parse(readFileSync('tests/budgets.json', 'utf8')) as {
  page: { bytes: number; script: number; requests: Record<'front' | 'chapter' | 'tool' | 'other', number> };
  words: { chapter: number; all: number };
  bar: { script: number };
  engine: { bytes: number; tables: number };
  answers: { file: number; bytes: number };
  choose: { bytes: number };
  output: { bytes: number; files: number };
};

/** Bytes of a text that a server compresses. */
export const brotliBytes = (content: Uint8Array): number =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
