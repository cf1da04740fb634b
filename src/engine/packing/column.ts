import type { ColumnType } from '../../dataset/column.ts';

/** Texts that columns refer to by position. */
export interface TextPool {
  /** Text after text in UTF-8. */
  bytes: Uint8Array;
  /** Where each begins, and where the last ends. */
  offsets: Int32Array;
}

/** A column in the page's memory. */
export interface PlainColumn {
  type: ColumnType;
  /** Numbers; days since 1970; 0 and 1; positions in the pool. */
  values: Float64Array | Int32Array;
  /** 1 where the value is blank; absent where none is. */
  blanks?: Uint8Array;
  pool?: TextPool;
}

/** An empty column of so many rows. */
export const emptyColumn = (type: ColumnType, count: number): PlainColumn => ({
  type,
  values: type === 'number' ? new Float64Array(count) : new Int32Array(count),
});

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const known = new WeakMap<TextPool, string[]>();

/** The texts of a pool. */
export function textsOf(pool: TextPool): string[] {
  const { bytes, offsets } = pool;
  let texts = known.get(pool);
  if (!texts) {
    // Decoded at once, because one by one takes longer than all the rest; in ASCII bytes are characters.
    const whole = decoder.decode(bytes);
    const text = (from: number, to: number) =>
      whole.length === bytes.length ? whole.slice(from, to) : decoder.decode(bytes.subarray(from, to));
    texts = Array.from({ length: offsets.length - 1 }, (_, at) => text(offsets[at]!, offsets[at + 1]!));
    known.set(pool, texts);
  }
  return texts;
}

/** A pool of the given texts. */
export function poolOf(texts: readonly string[]): TextPool {
  const encoder = new TextEncoder();
  const whole = texts.join('');
  const bytes = encoder.encode(whole);
  const offsets = new Int32Array(texts.length + 1);
  const size = (text: string) => (whole.length === bytes.length ? text.length : encoder.encode(text).length);
  texts.forEach((text, at) => (offsets[at + 1] = offsets[at]! + size(text)));
  return { bytes, offsets };
}

/** A column of texts that are computed, `null` for blank. */
export function textColumn(texts: readonly (string | null)[]): PlainColumn {
  const positions = new Map<string, number>();
  const column = emptyColumn('string', texts.length);
  texts.forEach((text, row) => {
    if (text === null) return void ((column.blanks ??= new Uint8Array(texts.length))[row] = 1);
    let position = positions.get(text);
    if (position === undefined) positions.set(text, (position = positions.size));
    column.values[row] = position;
  });
  return { ...column, pool: poolOf([...positions.keys()]) };
}
