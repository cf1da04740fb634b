import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quote } from '../../src/slice/field.ts';
import { formatSlice, parseSlice } from '../../src/slice/slice.ts';
import { noticeOf, unknownParameters } from '../../src/slice/unknown-parameters.ts';
import { fieldKeys, holdsAlways, slices } from './made-slices.ts';

const unknown = (query: string, declared: string[] = []) =>
  unknownParameters(new URLSearchParams(query), declared);

describe('parameters that nobody knows', () => {
  test('are those that are no field, each once and in their order', () => {
    expect(unknown('z=1&size=9-40&Size=1&z=2&=x&constructor')).toEqual(['z', 'Size', '', 'constructor']);
  });

  test('are not those that the page declares as its own', () => {
    expect(unknown('q=SELECT&x=size', ['q', 'x'])).toEqual([]);
    expect(unknown('q=SELECT&x=size', ['q'])).toEqual(['x']);
  });

  test('are not those that count readers', () => {
    expect(unknown('utm_source=a&utm_anything=b&fbclid=c&gclid=d&ref=e')).toEqual([]);
    expect(unknown('utmost=a&reference=b&xref=c')).toEqual(['utmost', 'reference', 'xref']);
  });
});

describe('the notice of an address', () => {
  test('is empty where everything can be read', () => {
    expect(noticeOf([], [])).toBe('');
  });

  test('names every part that counts for nothing', () => {
    expect(noticeOf([], ['foo'])).toBe('Left out of the slice: “foo” is no filter of this report.');
    expect(noticeOf(['“x” is not a range of “size”'], ['a', 'b', 'c'])).toBe(
      'Left out of the slice: “x” is not a range of “size”. “a”, “b” and “c” are no filters of this report.',
    );
  });

  test('cuts long names', () => {
    expect(noticeOf([], ['n'.repeat(4000)])).toContain(`“${'n'.repeat(60)}…” is`);
  });
});

test('whatever the query, its valid parts are kept, and every other part is named or known to mean nothing', () => {
  const names = fc.oneof(
    fc.constantFrom(...fieldKeys),
    fc.constantFrom('utm_source', 'ref', 'q', '__proto__', 'toString', ''),
    fc.string({ maxLength: 12 }),
  );
  const values = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.stringMatching(/^[0-9.-]{0,9}$/),
    fc.constantFrom('chat', 'chat,banana', 'yes', 'mit,mit', '2024-02-30..', '9-40', '%'),
  );
  const noise = fc.array(fc.tuple(names, values), { maxLength: 8 });
  holdsAlways(
    fc.property(slices, noise, (slice, parts) => {
      // As the address of a page holds it: valid parts first, the rest behind them.
      const query = new URLSearchParams(formatSlice(slice));
      const valid = [...query.keys()];
      for (const [name, value] of parts) query.append(name, value);
      const read = parseSlice(new URLSearchParams(query.toString()));
      for (const key of valid)
        expect(read.slice[key as keyof typeof slice]).toEqual(slice[key as keyof typeof slice]);
      const strangers = unknownParameters(query, ['q']);
      const notice = noticeOf(read.problems, strangers);
      for (const [name, value] of query) {
        if (['utm_source', 'ref', 'q'].includes(name)) expect(strangers).not.toContain(name);
        else if (!fieldKeys.includes(name as never)) expect(notice).toContain(quote(name));
        else if (value !== '' && query.getAll(name)[0] === value) {
          const alone = parseSlice(new URLSearchParams([[name, value]]));
          for (const problem of alone.problems) expect(notice).toContain(problem);
        }
      }
    }),
  );
});
