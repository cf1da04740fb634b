import { expect, test } from 'vitest';
import { sentencesOf } from '../../src/meaning/sentences.ts';

test('the sentences of the main part, whatever stands around words', () => {
  expect(
    sentencesOf(`<!DOCTYPE html><html><head><title>No</title></head><body><nav>No.</nav>
<main id="main"><h1>Size &amp; score</h1>
<p>It costs <data value="1">4.2&nbsp;kg</data> at 7.5 B, <a href="/x/">as
measured</a>. A second <em>one</em>?</p><ul><li>First</li><li>Second.</li></ul>
<details><summary>More</summary><p>It&#39;s &lt;folded&gt;.</p></details></main><footer>No.</footer></body></html>`),
  ).toEqual([
    'Size & score',
    'It costs 4.2 kg at 7.5 B, as measured.',
    'A second one?',
    'First',
    'Second.',
    'More',
    "It's <folded>.",
  ]);
});

test('tables, drawings, scripts, controls and what pops up are no sentences', () => {
  expect(
    sentencesOf(
      '<main><p>One.</p><table><tr><td>No.</td></tr></table><svg><text>No.</text></svg><script>let no = "1 < 2";</script><button>No.</button><p popover>No.</p></main>',
    ),
  ).toEqual(['One.']);
});
