import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('the README explains every component that MDX may use, and no other', () => {
  const [, list = ''] = /mdxComponents = \{([^}]*)\}/.exec(readFileSync('src/components/mdx.ts', 'utf8'))!;
  const components = list.match(/\w+/g)!;
  const explained = [...readFileSync('README.md', 'utf8').matchAll(/^\| `<(\w+)/gm)].map(([, name]) => name);
  expect(explained.sort()).toEqual(components.sort());
});
