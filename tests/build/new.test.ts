import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../../src/new/kinds.ts';
import { Refusal } from '../../src/new/project.ts';
import { makeProject } from './project.ts';

const project = makeProject();
const write = (kind: string, ...words: string[]) => project.run('src/new/main.ts', kind, ...words);
const file = (path: string) => readFileSync(join(project.folder, path), 'utf8');

test('a new chapter, figure and claim pass the checks and tests as they are written', async () => {
  for (const words of [
    ['chapter', 'my-chapter'],
    ['figure', 'my-figure', 'my-chapter'],
    ['claim', 'my-claim', 'carbon'],
  ]) {
    const { succeeded, output } = await write(words[0]!, ...words.slice(1));
    expect(succeeded, output).toBe(true);
  }
  const before = readdirSync('content/chapters');
  const chapters = readdirSync(join(project.folder, 'content/chapters')).sort();
  expect(chapters).toHaveLength(before.length + 1);
  const [own = '', last = ''] = chapters.slice(-2);
  expect(own).toBe(`${before.length}-my-chapter.mdx`);
  expect(file(`content/chapters/${own}`)).toMatch(new RegExp(`^order: ${before.length}$`, 'm'));
  expect(file(`content/chapters/${own}`)).toContain('<Figure id="my-figure" />');
  expect(last).toMatch(new RegExp(`^${before.length + 1}-`));
  expect(file(`content/chapters/${last}`)).toMatch(new RegExp(`^order: ${before.length + 1}$`, 'm'));
  expect(file('content/chapters/05-carbon.mdx')).toContain('<Claim id="my-claim" says="holds" />');
  expect(file('src/figures/figures.ts')).toMatch(/^ {2}myFigure,$/m);
  expect(file('tests/golden/my-figure.reviewed.csv')).toContain('type,models');

  const checked = await project.run('src/content-check/main.ts');
  expect(checked.output).toContain('The content has no problem');
  const tested = await project.run(
    'node_modules/vitest/vitest.mjs',
    'run',
    ...['tests/figures/my-figure.test.ts', 'tests/claims', 'tests/content'],
    // Which is what the check has just found.
    ...['-t', '^(?!the content has no problem)'],
  );
  expect(tested.succeeded, tested.output).toBe(true);
}, 600_000);

describe('what cannot be', () => {
  // What is not refused after all is written there, and not into this project.
  const here = process.cwd();
  beforeAll(() => process.chdir(project.folder));
  afterAll(() => process.chdir(here));

  test.each([
    ['figure', [], 'npm run new:figure needs a name'],
    ['figure', ['score-by-size'], 'there is a figure “score-by-size” already'],
    [
      'figure',
      ['My_Figure'],
      '“My_Figure” is no name of a figure: it takes lower-case words joined by hyphens',
    ],
    ['figure', ['other-figure', 'nowhere'], 'there is no chapter “nowhere”; there are introduction, '],
    ['claim', ['bigger-scores-higher'], 'there is a claim “bigger-scores-higher” already'],
    ['claim', ['2-claims'], '“2-claims” is no name of a claim'],
    ['chapter', ['carbon'], 'there is a chapter “carbon” already'],
    ['chapter', ['other-chapter', 'nowhere'], 'there is no chapter “nowhere”'],
  ])('new:%s %j is refused, with what would be right', (kind, words, says) => {
    const make = () => kinds[kind]!(...words);
    expect(make).toThrow(Refusal);
    expect(make).toThrow(says);
  });
});

test('a refusal is said without a stack, and ends the command as failed', async () => {
  const { succeeded, output } = await write('chapter', 'carbon');
  expect(succeeded).toBe(false);
  expect(output.trim()).toBe('there is a chapter “carbon” already');
});
