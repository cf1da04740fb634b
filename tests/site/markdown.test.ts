import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../src/site/markdown.ts';

describe('renderMarkdown', () => {
  test('takes the first heading for the title and gives the others ids', async () => {
    const { title, html, headings } = await renderMarkdown(
      '# The card\n\nText.\n\n## Part one\n\n### A `b`\n',
    );
    expect(title).toBe('The card');
    expect(html).not.toContain('<h1');
    expect(html).toContain('<h2 id="part-one">Part one</h2>');
    expect(headings.map(({ depth, slug, text }) => [depth, slug, text])).toEqual([
      [2, 'part-one', 'Part one'],
      [3, 'a-b', 'A b'],
    ]);
  });

  test('links files where the text sets their names as code, and only there', async () => {
    const { html } = await renderMarkdown(
      '# T\n\n`a.csv` and a.csv, `b.csv`, `a.csv x`\n\n```\na.csv\n```\n',
      {
        'a.csv': '/base/data/a.csv',
      },
    );
    expect(html).toContain('<a href="/base/data/a.csv"><code>a.csv</code></a> and a.csv');
    expect(html.match(/<a /g)).toHaveLength(1);
  });

  test('lets wide tables scroll and aligns by class', async () => {
    const { html } = await renderMarkdown('# T\n\n| a |\n| --: |\n| 1 |\n');
    expect(html).toContain('class="table-scroll"');
    expect(html).toContain('<td class="is-right">1</td>');
    expect(html).not.toContain('style=');
  });

  test('refuses a text that does not begin with a title', async () => {
    await expect(renderMarkdown('Text.\n\n# Title\n')).rejects.toThrow('begins with “# Title”, not “Text.');
  });

  test.each(['data/README.md', 'CHANGELOG.md'])('%s can be shown as a page', async (file) => {
    const { title, html, headings } = await renderMarkdown(readFileSync(file, 'utf8'));
    expect(title).not.toBe('');
    expect(headings.length).toBeGreaterThan(0);
    expect(new Set(headings.map(({ slug }) => slug)).size).toBe(headings.length);
    // A relative link would lead elsewhere on the site than in the repository.
    expect(
      [...html.matchAll(/href="([^"]*)"/g)].filter(([, href = '']) => !href.startsWith('https://')),
    ).toEqual([]);
  });
});
