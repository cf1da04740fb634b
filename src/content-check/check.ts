import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getStaticPaths as factFiles } from '../pages/data/[facts].ts';
import { addresses } from './addresses.ts';
import { readContent, type Source } from './content-file.ts';
import { doubles, elementProblems } from './elements.ts';
import { frontMatterProblems, orderProblems } from './front-matter.ts';
import type { Known } from './known.ts';
import { linkProblems, type Files } from './links.ts';
import { inOrder, type Problem } from './problem.ts';
import { typedNumbers } from './typed-numbers.ts';
import { verdictProblems, type Verdicts } from './verdicts.ts';

const folders = ['content', 'content/chapters', 'content/concepts', 'content/pages'];

/** The files of the content, as they are written now. */
export function contentSources(): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.mdx'))
      .sort()
      .map((name) => ({ path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') })),
  );
}

/**
 * Everything that is wrong in a content, in the order of files and places.
 *
 * @param sources all files of the content: links between them are followed
 * @param known what the content can name
 * @param verdicts what the data say of the claims; without them nothing is compared with the data
 */
export async function checkContent(
  sources: readonly Source[],
  known: Known,
  verdicts?: Verdicts,
): Promise<Problem[]> {
  const read = sources.map(readContent);
  const files = read.map(({ file }) => file);
  const ids = {
    ...known.ids,
    term: files
      .filter(({ kind }) => kind === 'concept')
      .map(({ slug }) => slug)
      .sort(),
  };
  const places = await addresses(files, known);
  const published = await publishedFiles(known, sources);
  return inOrder([
    ...known.problems,
    ...read.flatMap(({ problems }) => problems),
    ...orderProblems(files),
    ...files.flatMap((file) => [
      ...frontMatterProblems(file),
      ...elementProblems(file, ids),
      ...doubles(file),
      ...linkProblems(file, places, published),
      ...typedNumbers(file),
      ...(verdicts ? verdictProblems(file, verdicts) : []),
    ]),
  ]);
}

async function publishedFiles(known: Known, sources: readonly Source[]): Promise<Files> {
  const all = new Set([...known.files, ...factFiles().map(({ params }) => `/data/${params.facts}`)]);
  // Which files a figure has, only its page knows, and that draws them all: it is asked only for a link to one.
  if (sources.some(({ text }) => text.includes('(/data/figures/') || text.includes('"/data/figures/'))) {
    const { getStaticPaths } = await import('../pages/data/figures/[file].ts');
    for (const { params } of await getStaticPaths()) all.add(`/data/figures/${params.file}`);
  }
  return { has: (address) => all.has(address), all: [...all] };
}
