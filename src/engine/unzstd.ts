type Bytes = Uint8Array<ArrayBuffer>;
type Decompressor = ReadableWritablePair<Bytes, Bytes>;

/** So many bytes are decompressed at once: some 5 milliseconds. */
const stretch = 32_768;

/** For so many milliseconds it goes on before the page may do what else is due. */
const longest = 15;

/** Decompresses Zstandard as it arrives: by the browser where it can, else by a script that comes with the first use. */
export async function unzstd(): Promise<Decompressor> {
  try {
    return new DecompressionStream('zstd' as CompressionFormat) as Decompressor;
  } catch {
    const { Decompress } = await import('fzstd');
    const decompress = new Decompress();
    return new TransformStream<Bytes, Bytes>({
      start(controller) {
        decompress.ondata = (piece) => controller.enqueue(piece as Bytes);
      },
      async transform(piece) {
        let since = performance.now();
        for (let at = 0; at < piece.length; at += stretch) {
          decompress.push(piece.subarray(at, at + stretch));
          if (performance.now() - since < longest) continue;
          await new Promise((resolve) => setTimeout(resolve));
          since = performance.now();
        }
      },
      // Throws where the end is missing.
      flush: () => decompress.push(new Uint8Array(), true),
    });
  }
}
