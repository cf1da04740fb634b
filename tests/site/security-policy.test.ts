import { expect, it } from 'vitest';
import { securityPolicy } from '../../src/site/security-policy.ts';

const directives = new Map(
  securityPolicy.split('; ').map((directive) => {
    const [name = '', ...sources] = directive.split(' ');
    return [name, sources];
  }),
);

it('lets nothing in from other origins', () => {
  for (const source of [...directives.values()].flat()) {
    expect(source).toMatch(/^('self'|'none'|'wasm-unsafe-eval'|blob:|data:)$/);
  }
});

it('runs WebAssembly and workers from blobs, and no inline or evaluated script', () => {
  expect(directives.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
  expect(directives.get('worker-src')).toEqual(["'self'", 'blob:']);
  expect(directives.get('style-src')).toEqual(["'self'"]);
});
