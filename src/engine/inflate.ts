import type { Unzstd } from './unzstd.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A file on its way in. */
export interface Arrival {
  /** What it holds, piece by piece; breaks off where that is too short, too long or damaged. */
  content: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** The whole content, once it is complete and what was announced. */
  received: Promise<Bytes>;
}

/** What a content should be. */
export interface Announced {
  /** Bytes, decompressed. */
  inflatedBytes: number;
  /** SHA-256 in hexadecimal digits; absent where it was found right before. */
  sha256?: string;
}

/**
 * Reads a body to its end and decompresses it on the way by `unzstd`. A server may have declared the compression of a file, and
 * then the browser has undone it already; what was kept of an earlier visit is not compressed: the first bytes
 * decide, not the name. `onBytes` hears the size of every piece that arrives, as it is in the body. `received`
 * rejects when the body breaks off, the compressed data is damaged or the content is not the announced one, and tells
 * so of a content, too, that its reader has given up: what is wrong with a file does not depend on its use.
 */
export function inflate(
  body: ReadableStream<Bytes>,
  announced: Announced,
  unzstd: Unzstd,
  onBytes: (count: number, compressed: boolean) => void,
): Arrival {
  let reader: ReadableStreamDefaultController<Bytes> | undefined;
  const content = new ReadableStream<Bytes>({
    start: (controller) => void (reader = controller),
    cancel: () => void (reader = undefined),
  });
  const pass = async () => {
    const pieces: Bytes[] = [];
    const decompressed = await decompress(body, unzstd, (piece, compressed) =>
      onBytes(piece.length, compressed),
    );
    let inflated = 0;
    const source = decompressed.getReader();
    for (let next = await source.read(); !next.done; next = await source.read()) {
      inflated += next.value.length;
      pieces.push(next.value);
      reader?.enqueue(next.value);
    }
    const { inflatedBytes } = announced;
    if (inflated !== inflatedBytes)
      throw new Error(`It holds ${inflated} bytes where ${inflatedBytes} were announced.`);
    // Who reads the content need not wait for the sum, only for `received`.
    reader?.close();
    reader = undefined;
    const whole = new Uint8Array(inflated);
    let at = 0;
    for (const piece of pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    if (announced.sha256) await check(whole, announced.sha256);
    return whole;
  };
  const received = pass().catch((error: unknown) => {
    reader?.error(error);
    throw error;
  });
  return { content, received };
}

/** Rejects where a content is not the announced one. Pages that came over no secure connection cannot tell. */
async function check(content: Bytes, sha256: string): Promise<void> {
  const { subtle } = crypto as Partial<Crypto>;
  if (!subtle) return;
  const digest = new Uint8Array(await subtle.digest('SHA-256', content));
  const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (found !== sha256) throw new Error(`Its SHA-256 is ${found} where ${sha256} was announced.`);
}

/** The first bytes of a Zstandard file. */
const magic = [0x28, 0xb5, 0x2f, 0xfd];

/** The content of a body; `onPiece` hears every piece of the body as it is read. */
async function decompress(
  body: ReadableStream<Bytes>,
  unzstd: Unzstd,
  onPiece: (piece: Bytes, compressed: boolean) => void,
): Promise<ReadableStream<Bytes>> {
  const source = body.getReader();
  const first: Bytes[] = [];
  while (first.reduce((sum, { length }) => sum + length, 0) < magic.length) {
    const { done, value } = await source.read();
    if (done) break;
    first.push(value);
  }
  const start = new Uint8Array(await new Blob(first.slice(0, magic.length)).arrayBuffer());
  const compressed = magic.every((byte, index) => start[index] === byte);
  const whole = new ReadableStream<Bytes>({
    async pull(controller) {
      const piece = first.shift() ?? (await source.read()).value;
      if (!piece) return controller.close();
      onPiece(piece, compressed);
      controller.enqueue(piece);
    },
    cancel: (reason) => source.cancel(reason),
  });
  return compressed ? whole.pipeThrough(await unzstd()) : whole;
}
