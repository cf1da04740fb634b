import { describe, expect, test } from 'vitest';
import { onOnePage } from '../../src/site/one-page.ts';

const chapter = (slug: string, inside: string) => ({
  slug,
  html: `<main><article>${inside}</article></main>`,
});
const figure = `<figure data-figure="f" id="figure-f"><figcaption><h2 class="figure-question"><a href="#figure-f">Why?</a></h2></figcaption><div class="figure-plot"><div class="figure-chart" role="img" aria-label="A &quot;line&quot;"><div class="figure-svg is-desktop"><svg viewBox="0 0 600 300"></svg></div><div class="figure-svg is-phone"><svg></svg></div></div></div><div class="figure-foot"><button class="figure-menu-toggle">Save</button><details class="figure-data"><summary>Table</summary></details></div></figure>`;

/** The text of the first of some chapters under the base path `/r/`. */
const first = (...chapters: Parameters<typeof onOnePage>[0]) =>
  onOnePage(chapters, '/r/').get(chapters[0]!.slug)!;

describe('onOnePage', () => {
  test('lowers headings and puts ids under the chapter', () => {
    expect(first(chapter('a', '<h1>A</h1><h2 id="x">X</h2><h3>Y</h3>'))).toBe(
      '<h2>A</h2><h3 id="a--x">X</h3><h4>Y</h4>',
    );
  });

  test('links within the page where the place is on it, and to the chapter or page where not', () => {
    const linked = first(
      chapter(
        'a',
        '<h2 id="x">X</h2><a href="#x">1</a><a href="/r/b/#y">2</a><a href="/r/b/">3</a><a href="/r/b/#gone">4</a><a href="/r/numbers/#n">5</a><a href="/r/b/?size=1">6</a><a href="#lost">7</a><a href="https://x.example/">8</a>',
      ),
      chapter('b', '<p id="y">Y</p>'),
    );
    expect([...linked.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      '#a--x',
      '#b--y',
      '#b',
      '/r/b/#gone',
      '/r/numbers/#n',
      '/r/b/?size=1',
      '/r/a/#lost',
      'https://x.example/',
    ]);
  });

  test('shows a figure as the part of its file that the page draws, without controls', () => {
    const shown = first(chapter('a', figure));
    expect(shown).toContain(
      '<img src="/r/data/figures/f.svg#svgView(viewBox(0,0,600,300))" alt="A &quot;line&quot;" width="600" height="300" loading="lazy">',
    );
    expect(shown).not.toMatch(/<button|<svg|<details|data-figure/);
    expect(
      first(chapter('a', figure.replace('data-figure', 'data-preparation="prepared" data-figure'))),
    ).toContain('/f.prepared.svg#');
  });

  test('unfolds what is folded, and leaves terms as words', () => {
    const open = first(
      chapter(
        'a',
        '<details class="fold"><summary>More</summary><p>Inside a <span class="term-line"><button class="term" popovertarget="t">term</button></span>. <a title="Long">A</a><span class="term-definition" id="t">No</span></p></details><script>1</script>',
      ),
    );
    expect(open).toBe(
      '<div class="fold"><div class="fold-title">More</div><p>Inside a term. <a>A</a></p></div>',
    );
  });

  test('a chapter without an article is named', () => {
    expect(() => onOnePage([{ slug: 'a', html: '<main></main>' }], '/')).toThrow('/a/');
  });
});
