import { expect, test } from 'vitest';
import { makeProject } from './project.ts';

const project = makeProject({ chapters: false });

/** Builds a report of one chapter, whose text begins in line 8. */
async function buildChapter(text: string) {
  project.write(
    'chapters/01-example.mdx',
    `---
title: Example
order: 1
question: Is this an example?
description: An example.
---

${text}
`,
  );
  return project.build();
}

const limit = { timeout: 120_000 };

test('a chapter without mistakes is built', limit, async () => {
  const { succeeded, output } = await buildChapter(
    'All <Stat id="runs.count" /> <Term id="run">runs</Term>.\n\n<Claim id="bigger-scores-higher" says="holds" />',
  );
  expect(output).toContain('Complete!');
  expect(succeeded).toBe(true);
});

const mistakes = [
  {
    mistake: 'an unknown statistic',
    text: 'First line.\n\nOnly <Stat id="models.cuont" /> models.',
    place: '10:6',
    says: ['<Stat> has the unknown id “models.cuont”', 'nearest that exists is “models.count”'],
  },
  {
    mistake: 'an unknown figure',
    text: '<Figure id="score-by-sise" />',
    place: '8:1',
    says: ['<Figure> has the unknown id “score-by-sise”', 'nearest that exists is “score-by-size”'],
  },
  {
    mistake: 'a prop that a figure does not have',
    text: 'Text.\n\n<Figure id="score-by-size" ids="b" />',
    place: '10:1',
    says: ['<Figure> has no prop “ids”', 'nearest that exists is “id”'],
  },
  {
    mistake: 'a value that a statistic does not take',
    text: 'A <Stat id="models.count" preparation="raw" />.',
    place: '8:3',
    says: ['<Stat> takes one of “reviewed”, “prepared” as “preparation”, not "raw"'],
  },
  {
    mistake: 'a claim that the data contradict',
    text: 'One.\n\nTwo.\n\n<Claim id="bigger-scores-higher" says="fails" />',
    place: '12:1',
    says: [
      'the text says that the claim “bigger-scores-higher” does not hold',
      'say: holds',
      'points per doubling',
    ],
  },
  {
    mistake: 'a claim without what the text says of it',
    text: '<Claim id="bigger-scores-higher" />',
    place: '8:1',
    says: ['<Claim id="bigger-scores-higher"> needs says='],
  },
  {
    mistake: 'an unknown term',
    text: 'Every <Term id="runs">run</Term> counts.',
    place: '8:7',
    says: ['<Term> has the unknown id “runs”', 'nearest that exists is “run”'],
  },
];

test.each(mistakes)(
  '$mistake stops the build, with its place and what would be right',
  limit,
  async (each) => {
    const { succeeded, output } = await buildChapter(each.text);
    expect(succeeded).toBe(false);
    const words = output.replaceAll(/\s+/g, ' ');
    expect(words).toContain(`content/chapters/01-example.mdx:${each.place}: `);
    for (const says of each.says) expect(words).toContain(says);
  },
);
