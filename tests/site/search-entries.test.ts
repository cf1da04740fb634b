import { describe, expect, test } from 'vitest';
import { entriesOfPage } from '../../src/site/search-entries.ts';

const page = `<body><header>Menu</header><main class="chapter-main"><article>
<header><h1>Carbon</h1><p class="standfirst">What does it cost?</p><div class="sliced-note"><p>No.</p></div></header>
<div class="prose"><p>Up to <a class="stat" href="#">0.18</a> percent.<script>alert(1)</script></p>
<figure data-figure="x" id="figure-x"><h2 id="figure-x-question" class="figure-question">Why?</h2>
<p class="figure-takeaway">Because.</p><table><tr><td>12</td></tr></table></figure>
<figure data-figure="x" id="figure-x-prepared"><h2 class="figure-question">Why?</h2></figure>
<h2 id="how">How</h2><p>An <button class="term">elasticity</button><button>Save</button><span class="term-definition">Not this</span> of one.</p><p>Next.</p>
<aside data-claim="c"><p>A claim.</p></aside></div></article></main></body>`;

describe('entriesOfPage', () => {
  test('reads a chapter from heading to heading and its figures apart', () => {
    expect(entriesOfPage(page, 'carbon/')).toEqual([
      {
        kind: 'text',
        title: 'Carbon',
        page: '',
        address: 'carbon/',
        text: 'What does it cost? Up to 0.18 percent.',
      },
      {
        kind: 'text',
        title: 'How',
        page: 'Carbon',
        address: 'carbon/#how',
        text: 'An elasticity of one. Next.',
      },
      { kind: 'figure', title: 'Why?', page: 'Carbon', address: 'carbon/#figure-x', text: 'Because.' },
    ]);
  });

  test('reads terms, claims of the ledger and numbers', () => {
    const glossary = `<main><h1>Glossary</h1><section class="concept"><h2 id="gini"><a href="#gini">Gini</a></h2><p>One.</p><p>Two.</p></section></main>`;
    expect(entriesOfPage(glossary, 'glossary/').at(-1)).toEqual({
      kind: 'glossary',
      title: 'Gini',
      page: '',
      address: 'glossary/#gini',
      text: 'One. Two.',
    });
    const ledger = `<main><h1>Conclusion</h1><ol><li class="ledger-entry" id="ledger-a"><details data-claim="a"><summary><span class="claim-verdict">Holds</span><span class="ledger-sentence">A &lt;b&gt; c.</span></summary><p class="ledger-test">Above zero. <a href="#ledger-a">Address</a></p></details></li></ol></main>`;
    expect(entriesOfPage(ledger, 'conclusion/').at(-1)).toEqual({
      kind: 'claim',
      title: 'A <b> c.',
      page: 'Holds',
      address: 'conclusion/#ledger-a',
      text: 'Above zero.',
    });
    const numbers = `<main><h1>Numbers</h1><table class="numbers"><tr id="a.b"><th>models<a class="number-name" href="#a.b">a.b</a></th><td>12<span class="number-n">n = 12</span></td></tr></table></main>`;
    expect(entriesOfPage(numbers, 'numbers/').at(-1)).toEqual({
      kind: 'number',
      title: 'models',
      page: '12',
      address: 'numbers/#a.b',
      text: 'a.b',
    });
  });

  test('of a page that does something only the head is text; without a main part there is none', () => {
    const tool = `<main class="tool"><header class="tool-header"><h1>SQL</h1><p>Ask.</p></header><p>Rows</p></main>`;
    expect(entriesOfPage(tool, 'sql/')).toEqual([
      { kind: 'text', title: 'SQL', page: '', address: 'sql/', text: 'Ask.' },
    ]);
    const beside = `<section><h2 id="about">About</h2><h3 id="cache">Cache</h3><p>Keys.</p></section>`;
    const within = `<div><section><h2 id="answer">Answer</h2></section></div>`;
    expect(entriesOfPage(tool.replace('</main>', `${within}${beside}</main>`), 'sql/').slice(1)).toEqual([
      { kind: 'text', title: 'About', page: 'SQL', address: 'sql/#about', text: '' },
      { kind: 'text', title: 'Cache', page: 'SQL', address: 'sql/#cache', text: 'Keys.' },
    ]);
    expect(entriesOfPage('<p>x</p>', 'x/')).toEqual([]);
  });
});
