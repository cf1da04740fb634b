const exportSection = 7;

/**
 * Names that the script of an Emscripten module can ask its WebAssembly for: every word of the script, what the
 * module imports, and the families whose names the script puts together when it runs.
 */
export function namesAskedFor(script: string, wasm: WebAssembly.Module): (name: string) => boolean {
  const words = new Set(script.match(/[\w$]+/g));
  for (const { name } of WebAssembly.Module.imports(wasm)) words.add(name);
  const isAsked = (name: string) => words.has(name) || name.startsWith('dynCall_');
  return (name) => isAsked(name) || (name.startsWith('orig$') && isAsked(name.slice('orig$'.length)));
}

/**
 * The module without the exports that `isKept` refuses, all else as it is to the byte. Throws an Error where the
 * bytes are no module with exports.
 */
export function keepExports(wasm: Uint8Array, isKept: (name: string) => boolean): Uint8Array<ArrayBuffer> {
  const decoder = new TextDecoder();
  let at = 8;
  const number = () => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = wasm[at++]!;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  while (at < wasm.length) {
    const start = at;
    const id = wasm[at++];
    const size = number();
    const end = at + size;
    if (id === exportSection) {
      const kept: Uint8Array[] = [];
      for (let left = number(); left > 0; left--) {
        const from = at;
        const length = number();
        const name = decoder.decode(wasm.subarray(at, at + length));
        // The name is followed by the kind in one byte and the index.
        at += length + 1;
        number();
        if (isKept(name)) kept.push(wasm.subarray(from, at));
      }
      const entries = Buffer.concat([leb128(kept.length), ...kept]);
      const section = [Uint8Array.of(exportSection), leb128(entries.length), entries];
      return new Uint8Array(Buffer.concat([wasm.subarray(0, start), ...section, wasm.subarray(end)]));
    }
    at = end;
  }
  throw new Error('The WebAssembly has no section of exports.');
}

/** A number as WebAssembly writes it: seven bits a byte, the lowest first. */
function leb128(value: number): Uint8Array {
  const bytes: number[] = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  return Uint8Array.from([...bytes, value]);
}
