import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { palettePng } from '../../src/rendering/png.ts';

/** The chunks of a PNG by name. */
function chunks(png: Uint8Array): Map<string, Buffer> {
  const bytes = Buffer.from(png);
  const found = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at))
    found.set(
      bytes.toString('latin1', at + 4, at + 8),
      bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)),
    );
  return found;
}

const pixels = (...colours: readonly (readonly [number, number, number])[]) =>
  Uint8Array.from(colours.flatMap((colour) => [...colour, 255]));

describe('palettePng', () => {
  test('writes the colours by how often they occur, and of each pixel its place among them', () => {
    const found = chunks(palettePng(pixels([1, 2, 3], [9, 9, 9], [9, 9, 9], [9, 9, 9]), 2, 2));
    expect([...found.keys()]).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
    expect([...found.get('IHDR')!]).toEqual([0, 0, 0, 2, 0, 0, 0, 2, 8, 3, 0, 0, 0]);
    expect([...found.get('PLTE')!]).toEqual([9, 9, 9, 1, 2, 3]);
    expect([...inflateSync(found.get('IDAT')!)]).toEqual([0, 1, 0, 0, 0, 0]);
  });

  test('gives a colour beyond the palette the nearest in it', () => {
    const many = Array.from({ length: 256 }, (_, index) => [index, 0, 0] as const);
    const found = chunks(palettePng(pixels(...many, ...many, [7, 1, 0], [0, 0, 0]), 514, 1));
    expect(found.get('PLTE')).toHaveLength(768);
    const [place, first] = [inflateSync(found.get('IDAT')!)[513]!, inflateSync(found.get('IDAT')!)[514]!];
    expect([...found.get('PLTE')!.subarray(3 * place, 3 * place + 3)]).toEqual([7, 0, 0]);
    expect([...found.get('PLTE')!.subarray(3 * first, 3 * first + 3)]).toEqual([0, 0, 0]);
  });
});
