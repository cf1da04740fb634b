import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { inflate } from '../../src/engine/inflate.ts';

const content = Buffer.from('0123456789'.repeat(1000));
const gzipped = gzipSync(content);

/** A body that arrives in pieces of the given size. */
function body(bytes: Uint8Array, size: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) {
        controller.enqueue(new Uint8Array(bytes.subarray(at, at + size)));
      }
      controller.close();
    },
  });
}

async function bytesOf(blob: Blob): Promise<Buffer> {
  return Buffer.from(await blob.arrayBuffer());
}

describe.each([1, 7, 100_000])('in pieces of %i bytes', (size) => {
  test('compressed bytes are decompressed and kept as they came', async () => {
    let heard = 0;
    const { content: blob, received } = await inflate(
      body(gzipped, size),
      'application/wasm',
      (count, compressed) => {
        expect(compressed).toBe(true);
        heard += count;
      },
    );
    expect((await bytesOf(blob)).equals(content)).toBe(true);
    expect((await bytesOf(received)).equals(gzipped)).toBe(true);
    expect(blob.type).toBe('application/wasm');
    expect(heard).toBe(gzipped.length);
  });

  test('bytes that the browser has decompressed already pass through', async () => {
    let heard = 0;
    const { content: blob } = await inflate(body(content, size), 'application/wasm', (count, compressed) => {
      expect(compressed).toBe(false);
      heard += count;
    });
    expect((await bytesOf(blob)).equals(content)).toBe(true);
    expect(heard).toBe(content.length);
  });
});

describe('damage is an error', () => {
  const damaged = Buffer.from(gzipped);
  damaged[damaged.length - 6]! ^= 1;
  test.each([
    ['cut off', gzipped.subarray(0, gzipped.length - 20)],
    ['wrong checksum', damaged],
  ])('%s', async (_, bytes) => {
    await expect(inflate(body(bytes, 50), '', () => undefined)).rejects.toThrow();
  });

  test('a body that breaks off', async () => {
    const broken = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start: (controller) => controller.enqueue(new Uint8Array(gzipped.subarray(0, 20))),
      pull: (controller) => controller.error(new Error('connection lost')),
    });
    await expect(inflate(broken, '', () => undefined)).rejects.toThrow('connection lost');
  });
});
