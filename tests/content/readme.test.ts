import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { components } from '../../src/components/props.ts';

test('the README explains every component that MDX may use, and no other', () => {
  const explained = [...readFileSync('README.md', 'utf8').matchAll(/^\| `<(\w+)/gm)].map(([, name]) => name);
  expect(explained.sort()).toEqual(Object.keys(components).sort());
});

test('the pages hand MDX every component that is declared, and no other', () => {
  const [, list = ''] = /mdxComponents = \{([^}]*)\}/.exec(readFileSync('src/components/mdx.ts', 'utf8'))!;
  expect(list.match(/\w+/g)).toEqual(Object.keys(components).sort());
});
