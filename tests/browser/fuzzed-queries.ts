import fc from 'fast-check';
import { fields } from '../../src/slice/fields.ts';

const name = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...Object.keys(fields)) },
  { weight: 1, arbitrary: fc.constantFrom('foo', 'Size', '__proto__', 'constructor', 'utm_source', '') },
);
const value = fc.oneof(
  fc.stringMatching(/^[0-9.-]{0,9}$/),
  fc.constantFrom(
    '9-40',
    'chat',
    'chat,banana',
    'yes',
    'mit,none',
    '2024-07-01..',
    'nobody',
    "o'nobody,Qwen",
  ),
  fc.constantFrom(
    '<img src=x onerror=alert(1)>',
    "'; DROP TABLE reviewed; --",
    '%',
    '%zz',
    '%00',
    '%ff%fe',
    '🍌',
  ),
  fc.string({ unit: 'grapheme', maxLength: 30 }).map(encodeURIComponent),
  fc.constant('9'.repeat(3000)),
);
const part = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(name, value).map(([key, text]) => `${key}=${text}`) },
  { weight: 1, arbitrary: fc.constantFrom('&', '=', '?', 'size', '%=%', 'a=b=c') },
);

/** Queries of addresses that nobody would write; the same ones for the same seed. */
export const fuzzedQueries = (count: number, seed: number): string[] =>
  fc
    .sample(fc.array(part, { minLength: 1, maxLength: 6 }), { numRuns: count, seed })
    .map((parts) => parts.join('&').replaceAll('#', '%23'));
