import { describe, expect, it } from 'vitest';
import { mdxBasePath } from '../../src/site/mdx-base-path.ts';
import { compiled } from './compiled.ts';

const compile = (mdx: string): string => compiled(mdx, mdxBasePath('/repo'));

describe('mdxBasePath puts addresses in MDX under the base path', () => {
  it.each([
    ['a Markdown link', '[fit](/size/#fit)', 'href: "/repo/size/#fit"'],
    ['a reference link', '[fit]\n\n[fit]: /size/', 'href: "/repo/size/"'],
    ['a Markdown image', '![dots](/dots.png)', 'src: "/repo/dots.png"'],
    ['a tag within a paragraph', 'See <a href="/size/">size</a>.', 'href: "/repo/size/"'],
    ['a tag that stands alone', '<a href="/size/">size</a>', 'href: "/repo/size/"'],
    ['a tag within a tag', '<figure><img src="/dots.png" alt="" /></figure>', 'src: "/repo/dots.png"'],
  ])('%s', (_, mdx, expected) => {
    const code = compile(mdx);
    expect(code).toContain(expected);
    expect(code).not.toContain('"/size/');
    expect(code).not.toContain('"/dots');
  });

  it('keeps the other attributes of a tag', () => {
    const code = compile('<a class="more" href="/size/" data-x="/y/">size</a>');
    expect(code).toContain('class: "more"');
    expect(code).toContain('"data-x": "/y/"');
  });

  it.each([
    ['[x](https://example.org/a/)', 'href: "https://example.org/a/"'],
    ['[x](#part)', 'href: "#part"'],
    ['[x](./file.csv)', 'href: "./file.csv"'],
    ['<Card href="/size/" />', 'href: "/size/"'],
    ['<a href={address}>x</a>', 'href: address'],
    ['`/size/`', '"/size/"'],
  ])('leaves %s alone', (mdx, expected) => {
    expect(compile(mdx)).toContain(expected);
  });
});
