import { describe, expect, test } from 'vitest';
import { problemsOf } from './made-content.ts';

describe('markup that is read without complaint', () => {
  test.each([
    [
      'an expression',
      'A {nope} b.',
      '8:3: {nope} would be computed, and the content computes nothing; write the words themselves, or \\{ for a brace',
    ],
    [
      'a number in braces',
      '{1 +\n  1}',
      '8:1: {1 + 1} would be computed, and the content computes nothing; write the words themselves, or \\{ for a brace',
    ],
    [
      'words in braces',
      'A {"word"}.',
      '8:3: {"word"} would be computed, and the content computes nothing; write the words themselves, or \\{ for a brace',
    ],
    [
      'a computed attribute of a tag of HTML',
      '<p class={nope}>Text.</p>',
      '8:1: <p> computes “class”, so that it cannot be checked; write the value itself',
    ],
    [
      'a title',
      '# Title',
      '8:1: a heading of level 1 is the title of the page, which stands in the front matter; write ##',
    ],
    [
      'a title that is underlined',
      'Text.\n\nTitle\n=====',
      '10:1: a heading of level 1 is the title of the page, which stands in the front matter; write ##',
    ],
    [
      'a title as a tag',
      '<h1>Title</h1>',
      '8:1: a heading of level 1 is the title of the page, which stands in the front matter; write ##',
    ],
    [
      'a heading that skips a level',
      '#### Deep',
      '8:1: the heading is of level 4 below one of level 1; write ##',
    ],
    [
      'a heading that skips a level below another',
      '## One\n\n#### Deep',
      '10:1: the heading is of level 4 below one of level 2; write ###',
    ],
    ['a heading without words', '##\n\nText.', '8:1: a heading without words; write them, or leave it out'],
    [
      'a figure in a sentence',
      'See <Figure id="co2-by-size" /> there.',
      '8:5: <Figure> stands within a paragraph, which cannot hold it; put it on lines of its own, with a blank line before and after',
    ],
    [
      'a displayed formula in a sentence',
      'See <Math tex="x" display /> there.',
      '8:5: <Math> stands within a paragraph, which cannot hold it; put it on lines of its own, with a blank line before and after',
    ],
    [
      'a section in a sentence',
      'See <section>this</section> there.',
      '8:5: <section> stands within a paragraph, which cannot hold it; put it on lines of its own, with a blank line before and after',
    ],
    [
      'a statistic on its own',
      '<Stat id="models.count" />',
      '8:1: <Stat> stands alone and not within a sentence; write the sentence around it',
    ],
    [
      'a term on its own in a note',
      '<Note>\n\n<Term id="run" />\n\n</Note>',
      '10:1: <Term> stands alone and not within a sentence; write the sentence around it',
    ],
    [
      'the rest of a component whose first line is gone',
      'Text.\n\n  id="co2-by-size"\n  preparation="prepared"\n/>',
      '10:3: “id=” is the rest of a tag that does not begin; write <Name … />',
    ],
    [
      'a table without its dashes',
      '| a | b |\n| c | d |',
      '8:1: the table is read as text; write a line of names, one of dashes as | --- | --- |, and the rows',
    ],
    [
      'a link by a reference that leads nowhere',
      'See [the page][p].',
      '8:5: the link [the page][p] names an address that is not defined; write [words](/page/), or define it in a line of its own',
    ],
    [
      'a link with blanks in its address',
      'See\n[the page](/example/ #end).\n\n## End',
      '9:10: the link is not read as one; write [words](/page/) without blanks in the address',
    ],
    [
      'a footnote that is not defined',
      'Text[^a].',
      '8:5: the footnote [^a] is not defined; write [^a]: and its text in a line of its own',
    ],
    [
      'a footnote that no text refers to',
      'Text.\n\n[^a]: A note.',
      '10:1: no text refers to this footnote; write [^a] where it belongs',
    ],
    [
      'emphasis that does not end',
      'Of **two words.',
      '8:4: the two stars are read as text; write **words** without blanks inside',
    ],
    ['code that does not end', 'Of `two words.', '8:4: the code does not end; write a second ` behind it'],
    ['a heading without a blank', '##Part', '8:1: the heading is read as text; write a blank after ##'],
    [
      'an image without words',
      'See ![](/favicon.svg).',
      '8:5: the image has no words for those who do not see it; write what it shows: ![what it shows](…)',
    ],
    [
      'an image without words as a tag',
      'See <img src="/favicon.svg" />.',
      '8:5: the image has no words for those who do not see it; write what it shows: alt="…"',
    ],
  ])('%s is told', async (_, text, says) => {
    expect(await problemsOf(text)).toEqual([says]);
  });

  test.each([
    ['comments', 'A {/* nope */} b.\n\n{/* nope */}'],
    ['a blank between elements', '<Stat id="models.count" />{" "}<Stat id="runs.count" /> of them.'],
    ['a formula in a sentence and one on its own', 'So <Math tex="x" />.\n\n<Math tex="x" display />'],
    ['headings one level below another', '## One\n\n### Two\n\n## Three'],
    [
      'a statistic in a list, in emphasis and in a table',
      '- <Stat id="models.count" />\n- **<Stat id="runs.count" />**\n\n| n |\n| --- |\n| <Stat id="runs.count" /> |',
    ],
    ['signs of markup in code', 'So `a="b" /> [a][b] ** |` it is.'],
    ['a footnote', 'Text[^a].\n\n[^a]: A note.'],
  ])('%s are right', async (_, text) => {
    expect(await problemsOf(text)).toEqual([]);
  });
});

describe('a component that a removed line leaves open', () => {
  const lines = [
    '<Answer',
    '  figure="score-by-size"',
    '>',
    '',
    'Of <Term id="run">one',
    'run</Term> as well.',
    '',
    '</Answer>',
    '',
    '<Note title="Two">',
    '',
    'Words.',
    '',
    '</Note>',
  ];

  test('is right with all of its lines', async () => {
    expect(await problemsOf(lines.join('\n'))).toEqual([]);
  });

  test.each([
    [0, /^8:3: “figure=” is the rest of a tag/],
    [1, /^8:1: <Answer> needs “figure”/],
    [2, /^8:1: this is no MDX: /],
    [4, /^1[0-9]:\d+: this is no MDX: /],
    [5, /^\d+:\d+: this is no MDX: Expected a closing tag for `<Term>` \(12:4\)/],
    [7, /^8:1: this is no MDX: Expected a closing tag for `<Answer>`/],
    [9, /^20:1: this is no MDX: Unexpected closing tag `<\/Note>`/],
    [13, /^17:1: this is no MDX: Expected a closing tag for `<Note>`/],
  ])('without line %i', async (line, says) => {
    const problems = await problemsOf(lines.toSpliced(line, 1).join('\n'));
    expect(problems).toContainEqual(expect.stringMatching(says));
  });
});
