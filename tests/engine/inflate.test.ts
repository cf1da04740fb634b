import { createHash } from 'node:crypto';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { inflate, type Announced } from '../../src/engine/inflate.ts';

const content = Buffer.from('0123456789'.repeat(1000));
const gzipped = gzipSync(content);
const zstandard = zstdCompressSync(content);
const announced: Announced = {
  inflatedBytes: content.length,
  sha256: createHash('sha256').update(content).digest('hex'),
};
const nothing = () => undefined;

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

const read = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>) =>
  Buffer.from(await new Response(stream).arrayBuffer());

describe.each([1, 7, 100_000])('in pieces of %i bytes', (size) => {
  test.each([
    ['gzip is decompressed', gzipped, true],
    ['Zstandard is decompressed', zstandard, true],
    ['bytes that the browser has decompressed already pass through', content, false],
  ])('%s', async (_, bytes, isCompressed) => {
    let heard = 0;
    const arrival = inflate(body(bytes, size), announced, (count, compressed) => {
      expect(compressed).toBe(isCompressed);
      heard += count;
    });
    const [inflated, received] = await Promise.all([read(arrival.content), arrival.received]);
    expect(inflated.equals(content)).toBe(true);
    expect(Buffer.from(await received.arrayBuffer()).equals(content)).toBe(true);
    expect(heard).toBe(bytes.length);
  });
});

test('the content comes while the body still arrives', async () => {
  const [first, second] = [gzipped.subarray(0, 40), gzipped.subarray(40)];
  let end: () => void = nothing;
  const slow = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      controller.enqueue(new Uint8Array(first));
      end = () => {
        controller.enqueue(new Uint8Array(second));
        controller.close();
      };
    },
  });
  const arrival = inflate(slow, announced, nothing);
  let inflated = 0;
  for await (const piece of arrival.content) {
    if (inflated === 0) end();
    inflated += piece.length;
  }
  expect(inflated).toBe(content.length);
});

describe('damage is an error, for the reader of the content as well', () => {
  const damaged = Buffer.from(gzipped);
  damaged[damaged.length - 6]! ^= 1;
  const broken = () =>
    new ReadableStream<Uint8Array<ArrayBuffer>>({
      start: (controller) => controller.enqueue(new Uint8Array(gzipped.subarray(0, 20))),
      pull: (controller) => controller.error(new Error('connection lost')),
    });
  const other = Buffer.from(content).fill('x', 5000, 5001);
  const bytes = (count: number): Announced => ({ ...announced, inflatedBytes: content.length + count });
  const cases: [name: string, arriving: () => ReturnType<typeof body>, as: Announced, message: RegExp][] = [
    ['cut off', () => body(gzipped.subarray(0, gzipped.length - 20), 50), announced, /^/],
    ['wrong checksum', () => body(damaged, 50), announced, /^/],
    ['a body that breaks off', broken, announced, /connection lost/],
    ['more than was announced', () => body(gzipped, 50), bytes(-1), /10000 bytes where 9999/],
    ['less than was announced', () => body(content, 50), bytes(1), /10000 bytes where 10001/],
    ['a cut-off Zstandard', () => body(zstandard.subarray(0, -3), 7), announced, /^/],
    ['another content of the same size', () => body(other, 50), announced, /SHA-256 is [0-9a-f]{64} where/],
    ['nothing', () => body(new Uint8Array(), 50), announced, /0 bytes where 10000/],
  ];
  test.each(cases)('%s', async (_, arriving, as, message) => {
    const arrival = inflate(arriving(), as, nothing);
    const [received, inflated] = await Promise.allSettled([arrival.received, read(arrival.content)]);
    expect(received).toMatchObject({
      status: 'rejected',
      reason: { message: expect.stringMatching(message) },
    });
    expect(inflated.status).toBe('rejected');
  });

  test('and is found where the reader has given up', async () => {
    const whole = inflate(body(gzipped, 50), announced, nothing);
    await whole.content.cancel();
    expect((await whole.received).size).toBe(content.length);
    const half = inflate(body(damaged, 50), announced, nothing);
    await half.content.cancel();
    await expect(half.received).rejects.toThrow();
  });
});
