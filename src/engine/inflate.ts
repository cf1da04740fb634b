/** A file on its way in. */
export interface Arrival {
  /** What it holds, piece by piece; breaks off with the error with which `received` rejects. */
  content: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** The body as it came, once the content is complete and of the announced size. */
  received: Promise<Blob>;
}

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Reads a body to its end and decompresses it on the way, to a content of `size` bytes. A server may have
 * declared the compression of a `.gz` file, and then the browser has undone it already: the first two bytes
 * decide, not the name. `onBytes` hears the size of every piece that arrives, as it is in the body. `received`
 * rejects when the body breaks off, the compressed data is damaged or the content has another size, and tells
 * so of a content, too, that its reader has given up: what is wrong with a file does not depend on its use.
 */
export function inflate(
  body: ReadableStream<Bytes>,
  size: number,
  onBytes: (count: number, compressed: boolean) => void,
): Arrival {
  let reader: ReadableStreamDefaultController<Bytes> | undefined;
  const content = new ReadableStream<Bytes>({
    start: (controller) => void (reader = controller),
    cancel: () => void (reader = undefined),
  });
  const pass = async () => {
    const pieces: Bytes[] = [];
    const decompressed = await decompress(body, (piece, compressed) => {
      pieces.push(piece);
      onBytes(piece.length, compressed);
    });
    let inflated = 0;
    const source = decompressed.getReader();
    for (let next = await source.read(); !next.done; next = await source.read()) {
      inflated += next.value.length;
      reader?.enqueue(next.value);
    }
    if (inflated !== size) throw new Error(`It holds ${inflated} bytes where ${size} were announced.`);
    reader?.close();
    return new Blob(pieces);
  };
  const received = pass().catch((error: unknown) => {
    reader?.error(error);
    throw error;
  });
  return { content, received };
}

/** The content of a body; `onPiece` hears every piece of the body as it is read. */
async function decompress(
  body: ReadableStream<Bytes>,
  onPiece: (piece: Bytes, compressed: boolean) => void,
): Promise<ReadableStream<Bytes>> {
  const source = body.getReader();
  const first: Bytes[] = [];
  while (first.reduce((sum, { length }) => sum + length, 0) < 2) {
    const { done, value } = await source.read();
    if (done) break;
    first.push(value);
  }
  const [one, two] = new Uint8Array(await new Blob(first.slice(0, 2)).arrayBuffer());
  const compressed = one === 0x1f && two === 0x8b;
  const whole = new ReadableStream<Bytes>({
    async pull(controller) {
      const piece = first.shift() ?? (await source.read()).value;
      if (!piece) return controller.close();
      onPiece(piece, compressed);
      controller.enqueue(piece);
    },
    cancel: (reason) => source.cancel(reason),
  });
  return compressed ? whole.pipeThrough(new DecompressionStream('gzip')) : whole;
}
