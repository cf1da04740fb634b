type Bytes = Uint8Array<ArrayBuffer>;
type Decompressor = ReadableWritablePair<Bytes, Bytes>;

/** Makes what decompresses one Zstandard file. */
export type Unzstd = () => Promise<Decompressor>;

/**
 * Decompresses Zstandard as it arrives: by the browser where it can, else by the WebAssembly that `fetchDecoder` is
 * asked for once, ten times as fast as a script.
 */
export function createUnzstd(fetchDecoder: () => Promise<Response>): Unzstd {
  let decoder: Promise<WebAssembly.Module> | undefined;
  return async () => {
    try {
      return new DecompressionStream('zstd' as CompressionFormat) as Decompressor;
    } catch {
      decoder ??= fetchDecoder()
        .then((response) => response.arrayBuffer())
        .then((bytes) => WebAssembly.compile(bytes));
      return new TransformStream(await startDecoder(await decoder));
    }
  };
}

/** The functions of Zstandard's library; addresses and sizes are bytes in its memory. */
interface Library extends WebAssembly.Exports {
  memory: WebAssembly.Memory;
  malloc(size: number): number;
  free(address: number): void;
  ZSTD_createDCtx(): number;
  ZSTD_DStreamOutSize(): number;
  /** What is wrong, as the negative of a small number; else 0 at the end of a file and more before it. */
  ZSTD_decompressStream(context: number, output: number, input: number): number;
}

/** Bytes of a buffer that the library reads or fills: address, size and place, each a number of four bytes. */
const bufferBytes = 12;

/** Starts the decoder for one file. */
export async function startDecoder(decoder: WebAssembly.Module): Promise<Transformer<Bytes, Bytes>> {
  const { exports } = await WebAssembly.instantiate(decoder, {
    env: { emscripten_notify_memory_growth: () => undefined },
  });
  const library = exports as Library;
  const context = library.ZSTD_createDCtx();
  const size = library.ZSTD_DStreamOutSize();
  const [filled, input, output] = [size, bufferBytes, bufferBytes].map(library.malloc) as [
    number,
    number,
    number,
  ];
  // The memory may grow with every call.
  const set = (buffer: number, ...fields: number[]) =>
    new Uint32Array(library.memory.buffer, buffer, fields.length).set(fields);
  const place = (buffer: number) => new Uint32Array(library.memory.buffer, buffer, 3)[2]!;
  let left = 1;
  return {
    transform(piece, controller) {
      const address = library.malloc(piece.length);
      new Uint8Array(library.memory.buffer, address, piece.length).set(piece);
      set(input, address, piece.length, 0);
      // A full buffer may have left something behind.
      for (let full = false; full || place(input) < piece.length; full = place(output) === size) {
        set(output, filled, size, 0);
        left = library.ZSTD_decompressStream(context, output, input);
        if (left < 0) throw new Error(`Zstandard tells error ${-left}.`);
        controller.enqueue(new Uint8Array(library.memory.buffer, filled, place(output)).slice() as Bytes);
      }
      library.free(address);
    },
    flush() {
      if (left !== 0) throw new Error('The end of the Zstandard file is missing.');
    },
  };
}
