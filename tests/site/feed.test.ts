import { describe, expect, test } from 'vitest';
import { atomFeed, releasesOf } from '../../src/site/feed.ts';

const edition = { title: 'T', version: '0.2.0', released: '2026-11-22', license: 'MIT', authors: ['A'] };

test('releases are the numbered headings, with the day in brackets or that of the edition', () => {
  const changelog =
    '# Changelog\n\n## Unreleased\n\n- soon\n\n## 0.2.0\n\nTwo:\n\n- x\n\n## 0.1.1 (2026-10-01)\n\nFix.\n\n## 0.1.0\n\nOne.\n';
  expect(releasesOf(changelog, edition)).toEqual([
    { version: '0.2.0', released: '2026-11-22', text: 'Two:\n\n- x' },
    { version: '0.1.1', released: '2026-10-01', text: 'Fix.' },
    { version: '0.1.0', released: undefined, text: 'One.' },
  ]);
});

describe('atomFeed', () => {
  const about = {
    id: 'https://a.example/feed.xml',
    home: 'https://a.example/',
    title: 'A & B',
    authors: ['<C>'],
  };
  const entry = (version: string, day: string) => ({
    id: `${about.id}#${version}`,
    link: 'https://a.example/changelog/',
    title: `Version ${version}`,
    day,
    html: '<p>“x” & y</p>',
  });

  test('takes its date from the newest entry and holds markup as text', () => {
    const feed = atomFeed(about, [entry('0.1.0', '2026-01-02'), entry('0.2.0', '2026-11-22')]);
    expect(feed).toContain('<title>A &amp; B</title>\n<updated>2026-11-22T00:00:00Z</updated>');
    expect(feed).toContain('<author><name>&lt;C&gt;</name></author>');
    expect(feed).toContain('<content type="html">&lt;p&gt;“x” &amp; y&lt;/p&gt;</content>');
    expect(feed.match(/<entry>/g)).toHaveLength(2);
    expect(feed.match(/<id>/g)).toHaveLength(3);
  });
});
