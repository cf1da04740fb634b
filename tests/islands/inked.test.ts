import { expect, test } from 'vitest';
import { inked } from '../../src/islands/inked.ts';

test('colours become values and placeholders words, wherever they stand', () => {
  const spec = { a: ['var(--x)', { b: '1px solid var(--y)' }], title: '{x}', n: 1, none: null };
  expect(inked(spec, (name) => `<${name}>`, { '{x}': 'Size' })).toEqual({
    a: ['<--x>', { b: '1px solid <--y>' }],
    title: 'Size',
    n: 1,
    none: null,
  });
});
