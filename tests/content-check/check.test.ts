import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/content-check/check.ts';
import { works } from '../../src/content-check/known.ts';
import { inShort, inWords } from '../../src/content-check/problem.ts';
import { concept, frontMatter, known, problemsOf, verdicts } from './made-content.ts';

test('of a file with many problems the first are told, and how many more it has', () => {
  const problems = (file: string, count: number) =>
    Array.from({ length: count }, (_, at) => ({ file, line: at + 1, column: 1, message: 'Wrong.' }));
  const told = inShort([...problems('a.csv', 2000), ...problems('b.csv', 20)]);
  expect(told).toHaveLength(41);
  expect(told[19]).toBe('a.csv:20:1: Wrong.');
  expect(told[20]).toBe('a.csv: … and 1980 more');
  expect(told[40]).toBe('b.csv:20:1: Wrong.');
});

test('a content without mistakes has no problem', async () => {
  const text = `All <Stat id='runs.count' interval /> <Term id="run">runs</Term> <Cite id="ash1999first  birch2000second" />.

## What it is

<Figure
  preparation={'prepared'}
  id={\`score-by-size\`}
/>

<Claim id="bigger-scores-higher" says="holds" prepared="fails" />

<Note title="Beside">

[The figure](#figure-score-by-size-prepared), [the part](/example/#what-it-is), [the claim](#claim-bigger-scores-higher), [the run](/glossary/#run), [a file](/data/claims.json), [a slice](/example/?family=qwen), [elsewhere](https://example.org/a), [the work](/references/#ref-ash1999first) ![sign](/favicon.svg)

</Note>`;
  expect(await problemsOf(text)).toEqual([]);
});

describe.each([
  {
    kind: 'a number that one preparation has and the reader’s too',
    text: 'It is <Stat id="runs.count" preparation="prepared" /> on one and <Stat id="runs.count" /> on the other.\n\nAnd <Stat id="runs.count" />.',
    says: '8:66: “runs.count” stands here under the preparation of the reader, and in the same paragraph under “prepared”, which may be the same; write preparation="reviewed"',
  },
  {
    kind: 'an unknown statistic',
    text: 'Some line.\n\nOnly <Stat id="models.cuont" /> models.',
    says: '10:6: <Stat> has the unknown id “models.cuont”; the nearest that exists is “models.count”',
  },
  {
    kind: 'an unknown figure, over several lines and in another spelling',
    text: "<Figure\n  id={'score-by-sise'}\n/>",
    says: '8:1: <Figure> has the unknown id “score-by-sise”; the nearest that exists is “score-by-size”',
  },
  {
    kind: 'a figure that replicates none of the seed',
    text: '<SeedFigure id="co2-by-size" />',
    says: '8:1: <SeedFigure> has the unknown id “co2-by-size”; the nearest that exists is “score-by-size”',
  },
  {
    kind: 'an unknown statistic in a test',
    text: 'There are <Says that="runs.cuont > 1">more</Says> runs.',
    says: '8:11: <Says> has the unknown id “runs.cuont”; the nearest that exists is “runs.count”',
  },
  {
    kind: 'an unknown claim in a test',
    text: 'They <Says that="holds(\'bigger-score-higher\')">rise</Says>.',
    says: '8:6: <Says> has the unknown id “bigger-score-higher”; the nearest that exists is “bigger-scores-higher”',
  },
  {
    kind: 'a test that cannot be read',
    text: 'There are <Says that="runs.count >">more</Says> runs.',
    says: '8:11: <Says> cannot read its test “runs.count >”: Expected expression after >, at its sign 13',
  },
  {
    kind: 'words that the data contradict',
    text: 'There are <Says that="runs.count > 2 * models.count">twice</Says> as many runs.',
    says: '8:11: the words rest on “runs.count > 2 * models.count”, which is false in the data of the reviewed preparation: runs.count is 120 (without an interval, n = 120); models.count is 100 (without an interval, n = 100)',
  },
  {
    kind: 'words of the notebook’s preparation that its data contradict',
    text: 'They <Says that="holds(\'bigger-scores-higher\')" preparation="prepared">rise</Says>.',
    says: "8:6: the words rest on “holds('bigger-scores-higher')”, which is false in the data of the notebook’s preparation: Bigger models score higher on average. Does not hold",
  },
  {
    kind: 'an unknown claim',
    text: '<Claim id="bigger-score-higher" says="holds" />',
    says: '8:1: <Claim> has the unknown id “bigger-score-higher”; the nearest that exists is “bigger-scores-higher”',
  },
  {
    kind: 'an unknown term',
    text: 'Every <Term id="runs">run</Term> counts.',
    says: '8:7: <Term> has the unknown id “runs”; the nearest that exists is “run”',
  },
  {
    kind: 'an unknown work among known ones',
    text: 'So <Cite id="ash1999first birch2000secnd" />.',
    says: '8:4: <Cite> has the unknown id “birch2000secnd”; the nearest that exists is “birch2000second”',
  },
  {
    kind: 'an unknown component',
    text: 'A <Stats id="models.count" />.',
    says: '8:3: there is no component <Stats>; the nearest that exists is <Stat>',
  },
  {
    kind: 'a component in small letters',
    text: 'A <stat id="models.count" />.',
    says: '8:3: there is no component <stat>; the nearest that exists is <Stat>',
  },
  {
    kind: 'an unknown prop',
    text: '<Figure id="score-by-size" ids="b" />',
    says: '8:1: <Figure> has no prop “ids”; the nearest that exists is “id”',
  },
  {
    kind: 'a wrong value',
    text: 'A <Stat id="models.count" preparation="raw" />.',
    says: '8:3: <Stat> takes one of “reviewed”, “prepared” as “preparation”, not "raw"',
  },
  {
    kind: 'a missing prop',
    text: '<Claim id="bigger-scores-higher" />',
    says: '8:1: <Claim> needs “says”: one of “holds”, “fails”, “open”',
  },
  {
    kind: 'a computed prop',
    text: 'A <Stat id={"models." + "count"} />.',
    says: '8:3: <Stat> computes “id”, so that it cannot be checked; write the value itself',
  },
  {
    kind: 'spread props',
    text: 'A <Stat {...props} />.',
    says: '8:3: <Stat> spreads its props, so that they cannot be checked; write them out',
  },
  {
    kind: 'text that nobody would see',
    text: 'A <Stat id="models.count">many</Stat>.',
    says: '8:3: <Stat> shows nothing of what stands between its tags; write <Stat … />',
  },
  {
    kind: 'an empty term',
    text: 'A <Term id="run"> </Term>.',
    says: '8:3: <Term> has nothing but blanks between its tags; write its words, or <Term … /> for its own',
  },
  {
    kind: 'an empty note',
    text: '<Note title="Beside"></Note>',
    says: '8:1: <Note> is empty; put its text between its tags',
  },
  {
    kind: 'a claim that the data contradict',
    text: '<Claim id="bigger-scores-higher" says="holds" />',
    says: '8:1: the text says that the claim “bigger-scores-higher” holds, the data of the notebook’s preparation say: does not hold. It rises.',
  },
  {
    kind: 'a figure that stands twice',
    text: '<Figure id="co2-by-size" />\n\nText.\n\n<Figure id="co2-by-size" />',
    says: '12:1: <Figure> stands a second time on this page, first in line 8; link to it instead: [words](#figure-co2-by-size)',
  },
  {
    kind: 'a typed number',
    text: 'There are\n4,576 of them.',
    says: '9:1: the number “4,576” is typed; write it as <Stat>, or give its meaning and source in src/content-check/constants.ts',
  },
  {
    kind: 'an import',
    text: "import x from './x.ts'",
    says: '8:1: the content imports and exports nothing; every component is known in every file',
  },
  {
    kind: 'a formula that cannot be read',
    text: 'A <Math tex="\\frac{1" />.',
    says: expect.stringMatching(/^8:3: <Math> cannot read its TeX: /) as string,
  },
])('$kind', ({ text, says }) => {
  test('is told with its place and what would be right, and nothing else is', async () => {
    expect(await problemsOf(text)).toEqual([says]);
  });
});

describe('a text that is no MDX', () => {
  test('is told with its place, and the rest of the file is read all the same', async () => {
    const text =
      'A <Stat id="models.cuont" />.\n\nThen <b>this.\n\n## End\n\n[an end](#end), [a page](/exemple/)';
    const problems = await problemsOf(text);
    expect(problems).toEqual([
      '8:3: <Stat> has the unknown id “models.cuont”; the nearest that exists is “models.count”',
      expect.stringMatching(/^10:6: this is no MDX: Expected a closing tag for `<b>`/),
      '14:17: the link “/exemple/” leads nowhere; the nearest address is /example/',
    ]);
  });

  test('does not hide the problems of other files', async () => {
    const broken = { path: 'content/chapters/02-broken.mdx', text: `${frontMatter(2)}<Note>\n` };
    expect(await problemsOf('[a page](/exemple/)', [concept, broken])).toEqual([
      '8:1: the link “/exemple/” leads nowhere; the nearest address is /example/',
      expect.stringMatching(/^content\/chapters\/02-broken\.mdx:8:1: this is no MDX: /),
    ]);
  });
});

describe('front matter', () => {
  const check = async (path: string, text: string) =>
    (await checkContent([concept, { path, text }], known, verdicts))
      .map(inWords)
      .map((words) => words.replace(`${path}:`, ''));

  test('names fields that are missing, unknown, blank or of another type', async () => {
    const text = '---\ntitle: " "\norder: first\nquestoin: Is it?\n---\n\nText.\n';
    expect(await check('content/chapters/03-example.mdx', text)).toEqual([
      '1:1: the front matter needs “question”',
      '1:1: the front matter needs “description”',
      expect.stringMatching(/^2:8: “title” of the front matter: /),
      expect.stringMatching(/^3:8: “order” of the front matter: .*number/),
      '4:11: the front matter has no “questoin”; the nearest that exists is “question”',
    ]);
  });

  test('of a concept needs a term and its sentence', async () => {
    expect(await check('content/concepts/gini.mdx', '---\nterm: ""\n---\n\nText.\n')).toEqual([
      '1:1: the front matter needs “short”',
      expect.stringMatching(/^2:7: “term” of the front matter: /),
    ]);
  });

  test('that is no YAML is told with its place', async () => {
    const problems = await check('content/concepts/gini.mdx', '---\nshort: A.\nterm: [Gini\n---\n\nText.\n');
    expect(problems).toEqual([expect.stringMatching(/^4:1: this is no YAML: .* end with a \]$/)]);
  });

  test('of two chapters has two places', async () => {
    const other = { path: 'content/chapters/02-other.mdx', text: `${frontMatter(1)}Text.\n` };
    expect(await problemsOf('Text.', [concept, other])).toEqual([
      'content/chapters/02-other.mdx:3:8: content/chapters/01-example.mdx has “order: 1” too; give each its own',
    ]);
  });

  test('of two chapters at one address, or at that of a page of the site, is told', async () => {
    const named = (name: string, order: number) => ({
      path: `content/chapters/${name}`,
      text: `${frontMatter(order)}Text.\n`,
    });
    expect(
      await problemsOf('Text.', [concept, named('02-example.mdx', 2), named('03-glossary.mdx', 3)]),
    ).toEqual([
      'content/chapters/02-example.mdx:1:1: the address /example/ is taken by content/chapters/01-example.mdx; give the chapter another name',
      'content/chapters/03-glossary.mdx:1:1: the address /glossary/ is taken by src/pages/glossary.astro; give the chapter another name',
    ]);
  });

  test('of two entries of the glossary has two ids', async () => {
    const other = { path: 'content/concepts/02-run.mdx', text: concept.text };
    expect(await problemsOf('Text.', [other, concept])).toEqual([
      'content/concepts/run.mdx:1:1: the id “run” is taken by content/concepts/02-run.mdx; give the entry another name',
    ]);
  });

  test('may begin with a mark of the order of bytes, and lines may end in two characters', async () => {
    const text = `\uFEFF${concept.text.replaceAll('\n', '\r\n')}`;
    expect(await check('content/concepts/mean.mdx', text)).toEqual([]);
  });

  test('stands in a file with a name that can be an address', async () => {
    expect((await check('content/concepts/Gini_Index.mdx', concept.text))[0]).toMatch(
      /^1:1: Gini_Index\.mdx: a content file is named in lower-case words/,
    );
  });
});

test('a work that nothing cites is named, one that is cited is not', async () => {
  const toCite = [
    { key: 'ash1999first', line: 1 },
    { key: 'birch2000second', line: 9 },
  ];
  const text = `${frontMatter(1)}So <Cite id="ash1999first" />.\n`;
  const chapter = { path: 'content/chapters/01-example.mdx', text };
  expect((await checkContent([chapter, concept], { ...known, toCite })).map(inWords)).toEqual([
    'content/references.bib:9:1: nothing cites “birch2000second”; cite it with <Cite id="birch2000second" />, or say in its annotation why a reader may want it',
  ]);
});

describe('a work that something is said to rest on', () => {
  const used = (by: string) => ({ ...known, used: [{ key: 'ash1999first', line: 3, by: [by] }] });
  const chapter = (order: number, text: string) => ({
    path: `content/chapters/0${order}-example-${order}.mdx`,
    text: `${frontMatter(order)}${text}\n`,
  });
  const cites = 'So <Cite id="ash1999first" />.';
  const shows = '<Figure id="score-by-size" />';
  const problems = async (by: string, ...sources: { path: string; text: string }[]) =>
    (await checkContent([...sources, concept], used(by))).map(inWords);

  test('is cited in the chapter of the figure, or in Methods', async () => {
    const methods = {
      path: 'content/pages/methods.mdx',
      text: `---\ntitle: Methods\ndescription: How.\n---\n\n${cites}\n`,
    };
    expect(await problems('score-by-size', chapter(1, `${shows}\n\n${cites}`))).toEqual([]);
    expect(await problems('score-by-size', chapter(1, shows), methods)).toEqual([]);
    expect(await problems('score-by-size', chapter(1, shows), chapter(2, cites))).toEqual([
      'content/references.bib:3:1: “ash1999first” is said to be used by the figure “score-by-size”, but neither the chapter of that figure nor Methods cites it',
    ]);
  });

  test('is cited somewhere when a page rests on it', async () => {
    expect(await problems('/models/', chapter(1, cites))).toEqual([]);
    expect(await problems('/models/', chapter(1, 'Text.'))).toEqual([
      'content/references.bib:3:1: “ash1999first” is said to be used by /models/, but no text cites it',
    ]);
  });

  test('names a figure or a page that exists', async () => {
    expect(await problems('score-by-sise', chapter(1, cites))).toEqual([
      'content/references.bib:3:1: “ash1999first” has the keyword “score-by-sise”, which is no figure and no page; the nearest that exists is “score-by-size”',
    ]);
  });
});

describe('the list of works', () => {
  const entry = (key: string, title: string) =>
    `@misc{${key},\n  author = {Ash, Ann},\n  ${title}\n  year = {1999},\n  url = {https://example.org/}\n}\n\n`;

  test('gives its keys, and those that the text has to cite', () => {
    const text = entry('ash1999first', 'title = {First},\n  annotation = {Why.},');
    const second = entry('ash2000second', 'title = {Second},').replace('1999', '2000');
    expect(works(text + second)).toEqual({
      keys: ['ash1999first', 'ash2000second'],
      toCite: [{ key: 'ash2000second', line: 9 }],
      used: [],
      problems: [],
    });
  });

  test('gives the works that figures and pages rest on', () => {
    const text = entry('ash1999first', 'title = {First},\n  keywords = {score-by-size, /models/},');
    expect(works(text).used).toEqual([{ key: 'ash1999first', line: 1, by: ['score-by-size', '/models/'] }]);
  });

  test('names the entry in which something is missing, and its line', () => {
    const text = entry('ash1999first', 'title = {First},') + entry('ash2000second', '');
    expect(works(text)).toEqual({
      keys: ['ash1999first', 'ash2000second'],
      toCite: [],
      used: [],
      problems: [
        {
          file: 'content/references.bib',
          line: 8,
          column: 1,
          message: 'content/references.bib: the entry “ash2000second” has no title; every work needs one',
        },
      ],
    });
  });
});
