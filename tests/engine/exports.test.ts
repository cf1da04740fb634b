import { describe, expect, test } from 'vitest';
import { keepExports, namesAskedFor } from '../../src/engine/exports.ts';

const section = (id: number, content: number[]) => [id, content.length, ...content];
const text = (value: string) => [value.length, ...Buffer.from(value)];
const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

/** Imports `env.log`; function 1 answers 7 and is exported under each of the names, memory as `heap`. */
const moduleWith = (names: readonly string[]) =>
  Uint8Array.from([
    ...header,
    ...section(1, [1, 0x60, 0, 1, 0x7f]),
    ...section(2, [1, ...text('env'), ...text('log'), 0, 0]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, 1]),
    ...section(7, [
      names.length + 1,
      ...text('heap'),
      2,
      0,
      ...names.flatMap((name) => [...text(name), 0, 1]),
    ]),
    ...section(10, [1, 4, 0, 0x41, 7, 0x0b]),
  ]);

const exportsOf = (wasm: Uint8Array<ArrayBuffer>) =>
  WebAssembly.Module.exports(new WebAssembly.Module(wasm)).map(({ name }) => name);

describe('keepExports', () => {
  test('keeps the exports that are wanted, and all else to the byte', () => {
    const wanted = ['heap', 'answer', 'other'];
    const kept = keepExports(moduleWith(['answer', 'ask', 'other', 'last']), (name) => wanted.includes(name));
    expect(Buffer.from(kept).equals(moduleWith(['answer', 'other']))).toBe(true);
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(kept), { env: { log: () => 0 } });
    expect((exports as { answer(): number }).answer()).toBe(7);
  });

  test('an index and a size of several bytes are passed over', () => {
    const long = 'a'.repeat(100);
    // 129 is written in two bytes, and so is the size of a section that holds a name of that length twice.
    const entry = (name: string) => [...text(name), 0, 0x81, 0x01];
    const content = [2, ...entry(long), ...entry('b')];
    const wasm = Uint8Array.from([...header, 7, content.length, ...content, ...section(10, [0])]);
    const expected = [...header, ...section(7, [1, ...entry('b')]), ...section(10, [0])];
    expect([...keepExports(wasm, (name) => name === 'b')]).toEqual(expected);
  });

  test('what has no exports is refused', () => {
    expect(() => keepExports(Uint8Array.from(header), () => true)).toThrow('no section of exports');
  });
});

test('the names that a script can ask for are its words, what is imported, and families it puts together', () => {
  const isAsked = namesAskedFor(
    'a.wasmExports.answer(_open,$b);Module["_"+name]',
    new WebAssembly.Module(moduleWith(['answer'])),
  );
  const names = ['answer', '_open', '$b', 'log', 'dynCall_vij', 'orig$answer', 'orig$log'];
  expect(names.filter((name) => !isAsked(name))).toEqual([]);
  const others = ['answe', 'open', 'answers', 'orig$ask', '_ZN6duckdb10Connection5QueryE'];
  expect(others.filter(isAsked)).toEqual([]);
  expect(exportsOf(keepExports(moduleWith(['answer', 'ask']), isAsked))).toEqual(['answer']);
});
