import { checkContent } from '../../src/content-check/check.ts';
import type { Known } from '../../src/content-check/known.ts';
import { estimate } from '../../src/statistics/methods/estimate.ts';
import { inWords } from '../../src/content-check/problem.ts';

/** What the made content can name. */
export const known: Known = {
  ids: {
    statistic: ['models.count', 'runs.count'],
    claim: ['bigger-scores-higher'],
    figure: ['score-by-size', 'co2-by-size'],
    replica: ['score-by-size'],
    work: ['ash1999first', 'birch2000second'],
  },
  files: new Set(['/favicon.svg', '/data/claims.json']),
  pages: new Map([
    ['/', ['chapters']],
    ['/glossary/', []],
    ['/explorer/', []],
    ['/figures/score-by-size/', []],
    ['/models/', []],
    ['/sql/', ['query']],
    ['/references/', []],
    ['/conclusion-of-all/', []],
  ]),
  sources: new Map([
    ['/glossary/', 'src/pages/glossary.astro'],
    ['/methods/', 'src/pages/methods.astro'],
  ]),
  others: [],
  toCite: [],
  used: [],
  problems: [],
};

const verdict = (answer: 'holds' | 'fails') => ({
  statistics: {
    'models.count': estimate(100, 100),
    'runs.count': estimate(120, 120),
  },
  claims: { 'bigger-scores-higher': { answer, evidence: 'It rises.', estimated: true } },
});
export const verdicts = { reviewed: verdict('holds'), prepared: verdict('fails') };

/** The front matter of a chapter, six lines and a blank one. */
export const frontMatter = (order: number) =>
  `---\ntitle: Example\norder: ${order}\nquestion: Is it?\ndescription: An example.\n---\n\n`;

export const concept = {
  path: 'content/concepts/run.mdx',
  text: '---\nterm: run\nshort: One evaluation.\n---\n\nMore.\n',
};

/** The problems of a chapter whose text begins in line 8, without the name of its file. */
export async function problemsOf(text: string, others = [concept]): Promise<string[]> {
  const chapter = { path: 'content/chapters/01-example.mdx', text: `${frontMatter(1)}${text}\n` };
  const problems = await checkContent([chapter, ...others], known, verdicts);
  return problems.map(inWords).map((words) => words.replace('content/chapters/01-example.mdx:', ''));
}
