import { describe, expect, test } from 'vitest';
import { concept, frontMatter, problemsOf } from './made-content.ts';

describe('links', () => {
  test.each([
    ['[a page](/exemple/)', 'the link “/exemple/” leads nowhere; the nearest address is /example/'],
    ['[a page](/example)', 'the link “/example” leads nowhere; the nearest address is /example/'],
    [
      '[a file](/data/claim.json)',
      'the link “/data/claim.json” leads nowhere; the nearest address is /data/claims.json',
    ],
    ['[a page](example/)', 'the link “example/” is not written from the root of the site; write /example/'],
    [
      '<a href="/exemple/">a page</a>',
      'the link “/exemple/” leads nowhere; the nearest address is /example/',
    ],
    ['[an end](#ends)', 'the link “#ends” leads to no part of /example/; the nearest that exists is #end'],
    [
      '[an end](/example/#ends)',
      'the link “/example/#ends” leads to no part of /example/; the nearest that exists is #end',
    ],
    [
      '[a term](/example/#run)',
      'the link “/example/#run” leads to no part of /example/; the nearest that exists is /glossary/#run',
    ],
    [
      '[a term](/glossary/#runs)',
      'the link “/glossary/#runs” leads to no part of /glossary/; the nearest that exists is #run',
    ],
    [
      '[a slice](/example/?familly=qwen)',
      'the link “/example/?familly=qwen” has a query that cannot be read: “familly” is no parameter of /example/; the nearest that exists is “family”',
    ],
    [
      '[a slice](/figures/score-by-size/?moe=true)',
      'the link “/figures/score-by-size/?moe=true” has a query that cannot be read: “true” is not a value of “moe”; it takes yes, no',
    ],
    [
      '[a slice](/example/?family=qwen&moe=yes)',
      'the link “/example/?family=qwen&moe=yes” writes its query in another way than the report: ?moe=yes&family=qwen',
    ],
    [
      '[a plot](/explorer/?x=nonsense)',
      'the link “/explorer/?x=nonsense” has a query that cannot be read: “x” is no parameter of /explorer/; the nearest that exists is “moe”',
    ],
    [
      '[a table](/explorer/?sort=-size)',
      'the link “/explorer/?sort=-size” has a query that cannot be read: “-size” is not a value of “sort”; write a column of the table, with a minus sign in front for falling values',
    ],
    [
      '[models](/models/?sze=-9)',
      'the link “/models/?sze=-9” has a query that cannot be read: “sze” is no parameter of /models/; the nearest that exists is “size”',
    ],
    [
      '[models](/models/?cost=money)',
      'the link “/models/?cost=money” has a query that cannot be read: “money” is not a value of “cost”; it takes parameters_b, active_parameters_b, co2_step_corrected_kg, co2_kg',
    ],
    [
      '[models](/models/?cost=parameters_b)',
      'the link “/models/?cost=parameters_b” writes its query in another way than the report: /models/',
    ],
    [
      '[a term](/glossary/?size=-9)',
      'the link “/glossary/?size=-9” asks a page that takes no parameters; write /glossary/',
    ],
    ['[words]()', 'a link without an address; write [words](/page/)'],
    ['[words](#)', 'a link without an address; write [words](/page/)'],
    ['<a>words</a>', 'a link without an address; write [words](/page/)'],
    [
      '<a href={there}>words</a>',
      '<a> computes “href”, so that it cannot be checked; write the value itself',
    ],
    ['[a part](#50%)', 'the link “#50%” leads to no part of /example/; the nearest that exists is #end'],
    [
      '[a site](http://example.org/)',
      'the link “http://example.org/” is not encrypted; write it with https://',
    ],
    ['[here](/example/)', 'the words “here” do not say where the link leads'],
    ['[](/example/)', 'a link without words; say where it leads'],
    ['[ ](/example/)', 'a link without words; say where it leads'],
    ['![a sign](/favicon.png)', 'the image “/favicon.png” does not exist; the nearest file is /favicon.svg'],
    [
      '![a sign](sign.png)',
      'the image “sign.png” does not exist: there is no file content/chapters/sign.png',
    ],
    [
      '<img src="/favicon.png" alt="A sign" />',
      'the image “/favicon.png” does not exist; the nearest file is /favicon.svg',
    ],
  ])('%s', async (link, says) => {
    expect(await problemsOf(`See ${link}.\n\n## End`)).toEqual([`8:5: ${says}`]);
  });

  test('to the tools may ask what the tools read', async () => {
    const links = [
      '/explorer/?size=-9&sort=-co2_kg',
      '/models/?moe=yes&m=a/b&m=c/d&gain=math',
      '/sql/?q=SELECT+1',
      '/sql/#q=SELECT+1',
      '/figures/score-by-size/?family=qwen',
    ];
    expect(await problemsOf(links.map((link) => `[what is there](${link})`).join('\n'))).toEqual([]);
  });

  test('by reference are checked where the address stands', async () => {
    expect(await problemsOf('See [a page][p].\n\n[p]: /exemple/')).toEqual([
      '10:1: the link “/exemple/” leads nowhere; the nearest address is /example/',
    ]);
  });

  test('to a part of a page follow the headings of another file, a ledger and citations', async () => {
    const other = {
      path: 'content/chapters/02-other.mdx',
      text: `${frontMatter(2)}## Two words\n\n<Ledger by="notebook" />\n\nSo <Cite id="ash1999first" />.\n`,
    };
    const links = ['two-words', 'ledger-bigger-scores-higher', 'cite-other-ash1999first', 'two-word'];
    expect(
      await problemsOf(links.map((part) => `[a part](/other/#${part})`).join('\n'), [concept, other]),
    ).toEqual([
      '11:1: the link “/other/#two-word” leads to no part of /other/; the nearest that exists is #two-words',
    ]);
  });
});
