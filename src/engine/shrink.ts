import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

// By name, each that the engine is built with: with all of them on, imports are written in a form that browsers refuse.
const features = [
  'bulk-memory',
  'exception-handling',
  'simd',
  'sign-ext',
  'nontrapping-float-to-int',
  'mutable-globals',
  'reference-types',
  'multivalue',
];

const passes = ['remove-unused-module-elements', 'strip-debug', 'strip-producers'];

const words = [...features.map((name) => `--enable-${name}`), ...passes.map((name) => `--${name}`)];

// From the project's root, because a bundler may have moved this module.
const required = createRequire(resolve('package.json'));
const { version } = required('binaryen/package.json') as { version: string };

/** What `shrink` does, as far as that decides its bytes. */
export const shrinkVersion = `binaryen ${version} ${words.join(' ')}`;

/**
 * A WebAssembly module without what none of its exports leads to and without what only debuggers read; it answers as
 * before. Takes some 15 seconds for the engine. Rejects with what Binaryen says where the bytes are no module.
 */
export async function shrink(wasm: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'shrink-'));
  try {
    const [from, to] = [join(folder, 'from.wasm'), join(folder, 'to.wasm')];
    await writeFile(from, wasm);
    const tool = required.resolve('binaryen/bin/wasm-opt');
    await promisify(execFile)(process.execPath, [tool, from, '-o', to, ...words]);
    return await readFile(to);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
