/** A file as it came in, and what it holds. */
export interface Inflated {
  received: Blob;
  content: Blob;
}

/**
 * Reads a body to its end and decompresses it on the way. A server may have declared the compression of a
 * `.gz` file, and then the browser has undone it already: the first two bytes decide, not the name. `onBytes`
 * hears the size of every piece that arrives, as it is in the body. Rejects when the body breaks off or the
 * compressed data is damaged. `type` is the media type of the content.
 */
export async function inflate(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  type: string,
  onBytes: (count: number, compressed: boolean) => void,
): Promise<Inflated> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const reader = body.getReader();
  let size = 0;
  const read = async () => {
    const { done, value } = await reader.read();
    if (done) return false;
    pieces.push(value);
    size += value.length;
    return true;
  };

  while (size < 2 && (await read()));
  const [first, second] = new Uint8Array(await new Blob(pieces.slice(0, 2)).arrayBuffer());
  const compressed = first === 0x1f && second === 0x8b;
  if (size > 0) onBytes(size, compressed);

  if (!compressed) {
    while (await read()) onBytes(pieces.at(-1)!.length, false);
    const content = new Blob(pieces, { type });
    return { received: content, content };
  }

  const decompression = new DecompressionStream('gzip');
  const content = new Response(decompression.readable, { headers: { 'Content-Type': type } }).blob();
  const writer = decompression.writable.getWriter();
  const feed = async () => {
    try {
      for (const piece of pieces) await writer.write(piece);
      while (await read()) {
        onBytes(pieces.at(-1)!.length, true);
        await writer.write(pieces.at(-1));
      }
      await writer.close();
    } catch (error) {
      // Without this the content would wait for the rest for ever.
      await writer.abort(error).catch(() => undefined);
      throw error;
    }
  };
  const [inflated] = await Promise.all([content, feed()]);
  return { received: new Blob(pieces), content: inflated };
}
