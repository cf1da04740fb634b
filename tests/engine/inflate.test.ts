import { createHash, randomBytes } from 'node:crypto';
import { zstdCompressSync } from 'node:zlib';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { readDecoder } from '../../src/engine/delivery.ts';
import { inflate, type Announced } from '../../src/engine/inflate.ts';
import { createUnzstd, startDecoder, type Unzstd } from '../../src/engine/unzstd.ts';

const content = Buffer.from('0123456789'.repeat(1000));
const zstandard = zstdCompressSync(content);
const announced: Announced = {
  inflatedBytes: content.length,
  sha256: createHash('sha256').update(content).digest('hex'),
};
const nothing = () => undefined;

let decoder: WebAssembly.Module;
/** As a browser does that cannot decompress Zstandard. */
const unzstd: Unzstd = async () => new TransformStream(await startDecoder(decoder));

beforeAll(async () => {
  decoder = await WebAssembly.compile(await readDecoder());
});

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
    ['Zstandard is decompressed', zstandard, true],
    ['bytes that the browser has decompressed already pass through', content, false],
  ])('%s', async (_, bytes, isCompressed) => {
    let heard = 0;
    const arrival = inflate(body(bytes, size), announced, unzstd, (count, compressed) => {
      expect(compressed).toBe(isCompressed);
      heard += count;
    });
    const [inflated, received] = await Promise.all([read(arrival.content), arrival.received]);
    expect(inflated.equals(content)).toBe(true);
    expect(Buffer.from(received).equals(content)).toBe(true);
    expect(heard).toBe(bytes.length);
  });
});

test('the content comes while the body still arrives', async () => {
  const large = randomBytes(1_000_000);
  const whole = zstdCompressSync(large);
  const [first, second] = [whole.subarray(0, 500_000), whole.subarray(500_000)];
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
  const sha256 = createHash('sha256').update(large).digest('hex');
  const arrival = inflate(slow, { inflatedBytes: large.length, sha256 }, unzstd, nothing);
  let inflated = 0;
  for await (const piece of arrival.content) {
    if (inflated === 0) end();
    inflated += piece.length;
  }
  expect(inflated).toBe(large.length);
});

describe('damage is an error, for the reader of the content as well', () => {
  const damaged = Buffer.from(zstandard);
  damaged[damaged.length - 6]! ^= 1;
  const broken = () =>
    new ReadableStream<Uint8Array<ArrayBuffer>>({
      start: (controller) => controller.enqueue(new Uint8Array(zstandard.subarray(0, 12))),
      pull: (controller) => controller.error(new Error('connection lost')),
    });
  const other = Buffer.from(content).fill('x', 5000, 5001);
  const bytes = (count: number): Announced => ({ ...announced, inflatedBytes: content.length + count });
  const cases: [name: string, arriving: () => ReturnType<typeof body>, as: Announced, message: RegExp][] = [
    ['cut off', () => body(zstandard.subarray(0, zstandard.length - 4), 5), announced, /^/],
    ['wrong checksum', () => body(damaged, 50), announced, /^/],
    ['a body that breaks off', broken, announced, /connection lost/],
    ['more than was announced', () => body(zstandard, 50), bytes(-1), /10000 bytes where 9999/],
    ['less than was announced', () => body(content, 50), bytes(1), /10000 bytes where 10001/],
    [
      'no Zstandard but its beginning',
      () => body(Buffer.from('(\u{b5}/\u{fd}no more', 'latin1'), 50),
      announced,
      /^Zstandard tells error/,
    ],
    ['nothing', () => body(new Uint8Array(), 50), announced, /0 bytes where 10000/],
  ];
  test.each(cases)('%s', async (_, arriving, as, message) => {
    const arrival = inflate(arriving(), as, unzstd, nothing);
    const [received, inflated] = await Promise.allSettled([arrival.received, read(arrival.content)]);
    expect(received).toMatchObject({
      status: 'rejected',
      reason: { message: expect.stringMatching(message) },
    });
    expect(inflated.status).toBe('rejected');
  });

  test('another content of the same size is told, though its reader may have taken it', async () => {
    const { content: taken, received } = inflate(body(other, 50), announced, unzstd, nothing);
    const [found, told] = await Promise.allSettled([read(taken), received]);
    expect(found.status).toBe('fulfilled');
    expect(String((told as PromiseRejectedResult).reason)).toMatch(/SHA-256 is [0-9a-f]{64} where/);
  });

  test('what was found right before is not summed up again', async () => {
    const { inflatedBytes } = announced;
    const { received } = inflate(body(other, 50), { inflatedBytes }, unzstd, nothing);
    expect((await received).length).toBe(inflatedBytes);
  });

  test('and is found where the reader has given up', async () => {
    const whole = inflate(body(zstandard, 50), announced, unzstd, nothing);
    await whole.content.cancel();
    expect((await whole.received).length).toBe(content.length);
    const half = inflate(body(damaged, 50), announced, unzstd, nothing);
    await half.content.cancel();
    await expect(half.received).rejects.toThrow();
  });
});

describe('where the browser', () => {
  afterEach(() => void vi.unstubAllGlobals());

  const unpacked = async (unzstd: Unzstd) =>
    Buffer.from(await new Response(body(zstandard, 9).pipeThrough(await unzstd())).arrayBuffer());

  test('cannot decompress Zstandard, the decoder is asked for once', async () => {
    vi.stubGlobal('DecompressionStream', function refuse() {
      throw new TypeError('Unsupported compression format.');
    });
    const bytes = await readDecoder();
    const fetchDecoder = vi.fn(async () => new Response(bytes));
    const unzstd = createUnzstd(fetchDecoder);
    expect(fetchDecoder).not.toHaveBeenCalled();
    for (const found of await Promise.all([unpacked(unzstd), unpacked(unzstd)]))
      expect(found.equals(content)).toBe(true);
    expect(fetchDecoder).toHaveBeenCalledTimes(1);
  });

  test('can, none is', async () => {
    vi.stubGlobal(
      'DecompressionStream',
      class extends TransformStream {
        constructor() {
          super();
        }
      },
    );
    const fetchDecoder = vi.fn(() => Promise.reject(new Error('asked')));
    expect((await unpacked(createUnzstd(fetchDecoder))).equals(zstandard)).toBe(true);
    expect(fetchDecoder).not.toHaveBeenCalled();
  });
});
