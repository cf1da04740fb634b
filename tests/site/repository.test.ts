import { afterEach, expect, test } from 'vitest';
import { editAddress, faultAddress, repositoryAddress, repositoryIn } from '../../src/site/repository.ts';

const told = process.env.REPOSITORY_URL;
afterEach(() => {
  if (told === undefined) delete process.env.REPOSITORY_URL;
  else process.env.REPOSITORY_URL = told;
});

test('a package names its repository as an address, as an object, or not', () => {
  expect(repositoryIn('{"repository":"https://git.example/a/b"}')).toBe('https://git.example/a/b');
  expect(repositoryIn('{"repository":{"type":"git","url":"git+https://git.example/a/b.git"}}')).toBe(
    'https://git.example/a/b',
  );
  expect(repositoryIn('{}')).toBeUndefined();
});

test('what the workflow says comes first, without a slash at its end', () => {
  process.env.REPOSITORY_URL = 'https://git.example/a/b/';
  expect(repositoryAddress()).toBe('https://git.example/a/b');
});

test.each(['git@git.example:a/b.git', 'javascript:alert(1)', 'https://git.example'])(
  '%s is refused',
  (url) => {
    process.env.REPOSITORY_URL = url;
    expect(() => repositoryAddress()).toThrow(`“${url}”`);
  },
);

test('pages are edited and faults told under the repository', () => {
  expect(editAddress('https://git.example/a/b', 'src/pages/[chapter].astro')).toBe(
    'https://git.example/a/b/edit/main/src/pages/%5Bchapter%5D.astro',
  );
  const fault = new URL(faultAddress('https://git.example/a/b', 'Size & score', 'https://r.example/x/'));
  expect(fault.pathname).toBe('/a/b/issues/new');
  expect(fault.searchParams.get('title')).toBe('Size & score: ');
  expect(fault.searchParams.get('body')).toBe('Page: https://r.example/x/\n');
});
