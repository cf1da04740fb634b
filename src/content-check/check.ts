import { readFileSync } from 'node:fs';
import { verdicts } from '../publication/publication.ts';
import { formatFactProblem } from '../dataset/fact-file.ts';
import { factProblems } from '../dataset/facts.ts';
import { getStaticPaths as factFiles } from '../pages/data/[facts].ts';
import { addresses } from './addresses.ts';
import { readContent, type Source } from './content-file.ts';
import { comparedWithItself, doubles, elementProblems } from './elements.ts';
import { firstUses, listedTerms } from './first-uses.ts';
import { frontMatterProblems, orderProblems, shortProblems } from './front-matter.ts';
import { known, type Known } from './known.ts';
import { linkProblems, type Files } from './links.ts';
import { markupProblems } from './markup.ts';
import { contentPaths, nameProblems } from './names.ts';
import { inOrder, type Problem } from './problem.ts';
import { quantifyingWords } from './quantifying-words.ts';
import { typedNumbers } from './typed-numbers.ts';
import { needsOfWords, verdictProblems, type Verdicts } from './verdicts.ts';
import { workProblems } from './works.ts';

/** The files of the content, as they are written now. */
export const contentSources = (): Source[] =>
  contentPaths().read.map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/**
 * Everything that is wrong in a content, in the order of files and places.
 *
 * @param sources all files of the content: links between them are followed
 * @param exists what the content can name
 * @param judged what the data say of the claims; without them nothing is compared with the data
 */
export async function checkContent(
  sources: readonly Source[],
  exists: Known,
  judged?: Verdicts,
): Promise<Problem[]> {
  const read = sources.map(readContent);
  const files = read.map(({ file }) => file);
  const ids = {
    ...exists.ids,
    term: files
      .filter(({ kind }) => kind === 'concept')
      .map(({ slug }) => slug)
      .sort(),
  };
  const terms = listedTerms(files);
  const places = await addresses(files, exists);
  const published = await publishedFiles(exists, sources);
  return inOrder([
    ...exists.problems,
    ...read.flatMap(({ problems }) => problems),
    ...workProblems(files, exists),
    ...orderProblems(files),
    ...nameProblems(files, exists.sources, exists.others),
    ...files.flatMap((file) => [
      ...frontMatterProblems(file),
      ...elementProblems(file, ids),
      ...doubles(file),
      ...comparedWithItself(file),
      ...markupProblems(file),
      ...linkProblems(file, places, published),
      ...typedNumbers(file),
      ...shortProblems(file, ids.statistic),
      ...(file.kind === 'chapter' || file.kind === 'abstract'
        ? [...quantifyingWords(file), ...firstUses(file, terms)]
        : []),
      ...(judged ? verdictProblems(file, judged) : []),
    ]),
  ]);
}

/** Everything that is wrong in the content and the data as they stand; claims are compared with data that are right. */
export async function checkPresent(): Promise<Problem[]> {
  const data = (await factProblems()).map((problem) => ({
    file: `data/${problem.file}`,
    line: problem.line ?? 1,
    column: 1,
    message: formatFactProblem(problem),
  }));
  const sources = contentSources();
  const needed = needsOfWords(sources.map((source) => readContent(source).file));
  const judged = data.length === 0 ? await verdicts(needed) : undefined;
  return [...(await checkContent(sources, known(), judged)), ...data];
}

async function publishedFiles(exists: Known, sources: readonly Source[]): Promise<Files> {
  const all = new Set([...exists.files, ...factFiles().map(({ params }) => `/data/${params.facts}`)]);
  // Which files a figure has, only its page knows, and that draws them all: it is asked only for a link to one.
  if (sources.some(({ text }) => text.includes('(/data/figures/') || text.includes('"/data/figures/'))) {
    const { getStaticPaths } = await import('../pages/data/figures/[file].ts');
    for (const { params } of await getStaticPaths()) all.add(`/data/figures/${params.file}`);
  }
  return { has: (address) => all.has(address), all: [...all] };
}
