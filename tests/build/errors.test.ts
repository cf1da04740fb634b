import { expect, test } from 'vitest';
import { makeProject } from './project.ts';

test('a mistake in the content stops the build, with its place and what would be right', async () => {
  const project = makeProject();
  // One of the first pages, so that nothing has to be built before it.
  project.write(
    'pages/cite.mdx',
    `---
title: How to cite
description: An example.
---

All <Stat id="runs.count" /> <Term id="run">runs</Term>.

<Claim id='bigger-scores-higher'
  says={\`fails\`} />
`,
  );
  const { succeeded, output } = await project.build();
  expect(succeeded).toBe(false);
  expect(output.slice(-3000).replaceAll(/\s+/g, ' ')).toContain(
    'content/pages/cite.mdx:8:1: the text says that the claim “bigger-scores-higher” does not hold, the data of the reviewed preparation say: holds.',
  );
}, 300_000);

test('a chapter at the address of another page stops the build, with both names', async () => {
  const project = makeProject();
  const chapter = (order: number) =>
    `---\ntitle: Again\norder: ${order}\nquestion: Is it?\ndescription: An example.\n---\n\nWords.\n`;
  project.write('chapters/11-carbon.mdx', chapter(11));
  project.write('chapters/12-models.mdx', chapter(12));
  const { succeeded, output } = await project.build();
  expect(succeeded).toBe(false);
  for (const [file, by] of [
    ['11-carbon', 'content/chapters/05-carbon.mdx'],
    ['12-models', 'src/pages/models.astro'],
  ])
    expect(output).toContain(
      `content/chapters/${file}.mdx:1:1: the address /${file!.slice(3)}/ is taken by ${by}; give the chapter another name`,
    );
}, 300_000);
