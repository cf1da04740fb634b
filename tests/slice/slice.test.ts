import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quote } from '../../src/slice/field.ts';
import {
  describeSlice,
  formatSlice,
  parseSlice,
  predicateOf,
  preparationOf,
  sameSlice,
  wholeTable,
} from '../../src/slice/slice.ts';
import { fieldKeys, holdsAlways, slices } from './made-slices.ts';

const parse = (query: string) => parseSlice(new URLSearchParams(query));

describe('a slice and its URL', () => {
  test('writing and reading gives the same slice', () => {
    holdsAlways(
      fc.property(slices, (slice) => {
        expect(parse(formatSlice(slice))).toEqual({ slice, problems: [] });
      }),
    );
  });

  test('a slice read twice is one slice', () => {
    expect(sameSlice(parse('size=9-40&moe=yes').slice, parse('moe=yes&size=9-40').slice)).toBe(true);
    expect(sameSlice(parse('size=9-40').slice, parse('size=9-41').slice)).toBe(false);
  });

  test('two slices share a text only if they are one slice', () => {
    holdsAlways(
      fc.property(slices, slices, (a, b) => {
        const equal = JSON.stringify(a) === JSON.stringify(b);
        expect(formatSlice(a) === formatSlice(b)).toBe(equal);
        expect(sameSlice(a, b)).toBe(equal);
      }),
    );
  });

  test('parameters stand in the order of the fields, and what filters nothing is left out', () => {
    expect(formatSlice(wholeTable)).toBe('');
    const { slice } = parse('submitted=2024-07-01..&type=&size=-10&provider=community');
    expect(formatSlice(slice)).toBe('size=-10&provider=community&submitted=2024-07-01..');
    holdsAlways(
      fc.property(slices, (each) => {
        const names = [...new URLSearchParams(formatSlice(each)).entries()];
        expect(names.map(([name]) => name)).toEqual(
          fieldKeys.filter((key) => names.some(([name]) => name === key)),
        );
        expect(names.filter(([, text]) => text === '')).toEqual([]);
      }),
    );
  });

  test('texts that mean the same are written alike, with plain commas', () => {
    expect(formatSlice(parse('type=chat,pretrained&size=009-40.0').slice)).toBe(
      'size=9-40&type=pretrained,chat',
    );
  });

  test('a parameter that is no field is left alone', () => {
    const { slice, problems } = parse('utm_source=x&size=9-40&constructor=y');
    expect(problems).toEqual([]);
    expect(formatSlice(slice)).toBe('size=9-40');
  });

  test('of a repeated parameter the first counts, which is said where the others differ', () => {
    const { slice, problems } = parse('size=9-40&size=1-2&moe=yes&moe=yes');
    expect(problems).toEqual(['“size” stands more than once; the first counts']);
    expect(formatSlice(slice)).toBe('size=9-40&moe=yes');
  });
});

describe('text that cannot be read', () => {
  test('is named, and the other values are kept', () => {
    const { slice, problems } = parse('size=big&moe=yes&submitted=2024-02-30..');
    expect(formatSlice(slice)).toBe('moe=yes');
    expect(problems).toHaveLength(2);
    expect(problems[0]).toContain('“big” is not a range of “size”');
    expect(problems[1]).toContain('“2024-02-30..” is not a range of “submitted”');
  });

  test('is left out of a list whose other parts are kept', () => {
    const { slice, problems } = parse('type=chat,banana,merge&license=mit,a\u0001b');
    expect(formatSlice(slice)).toBe('type=chat,merge&license=mit');
    expect(problems).toHaveLength(2);
    expect(problems[0]).toContain('“banana” is not a value of “type”');
  });

  test('is cut where it is long', () => {
    const { problems } = parse(`size=${'9'.repeat(5000)}`);
    expect(problems[0]).toContain(`“${'9'.repeat(60)}…” is not a range`);
    expect(problems[0]!.length).toBeLessThan(200);
  });

  test('never stops the reading: whatever the query, valid parts stay and the rest is named', () => {
    const noise = fc.string({ unit: 'binary', maxLength: 20 }).map((text) => `!${text}\u0001`);
    const spoilt = fc.subarray(fieldKeys);
    holdsAlways(
      fc.property(slices, spoilt, noise, (slice, keys, text) => {
        const query = new URLSearchParams(formatSlice(slice));
        for (const key of keys) query.set(key, text);
        const read = parseSlice(query);
        expect(read.problems).toHaveLength(keys.length);
        for (const problem of read.problems) expect(problem).toContain(`${quote(text)} is not a`);
        const expected = Object.fromEntries(
          fieldKeys.map((key) => [key, keys.includes(key) ? wholeTable[key] : slice[key]]),
        );
        expect(read.slice).toEqual(expected);
      }),
    );
  });

  test('any text at all gives a slice that can be written and read again', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[0-9.-]{0,12}$/),
      fc.stringMatching(/^[a-z,-]{0,30}$/),
    );
    const queries = fc.record(Object.fromEntries(fieldKeys.map((key) => [key, texts])));
    holdsAlways(
      fc.property(queries, (query) => {
        const { slice } = parseSlice(new URLSearchParams(query));
        expect(parse(formatSlice(slice))).toEqual({ slice, problems: [] });
      }),
    );
  });
});

describe('a slice as SQL and in words', () => {
  test('filters join with AND; the preparation is no filter', () => {
    const { slice } = parse('preparation=prepared&size=-10&provider=community');
    expect(predicateOf(slice)).toBe('parameters_b <= 10 AND NOT official_provider');
    expect(preparationOf(slice)).toBe('prepared');
    expect(predicateOf(parse('preparation=prepared').slice)).toBeNull();
  });

  test('the whole table asks for the reviewed preparation and filters nothing', () => {
    expect(preparationOf(wholeTable)).toBe('reviewed');
    expect(predicateOf(wholeTable)).toBeNull();
    expect(describeSlice(wholeTable)).toEqual([]);
  });

  test('words name every filter and not the preparation', () => {
    const query =
      'preparation=prepared&size=1-9&type=chat,merge&provider=community&moe=no&family=qwen&submitted=2024-07-01..';
    expect(describeSlice(parse(query).slice)).toEqual([
      'over 1 to 9 B',
      'chat or merge',
      'community',
      'dense',
      'Qwen architecture',
      'submitted since 2024-07-01',
    ]);
  });
});
