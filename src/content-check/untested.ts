import { contentSources } from './check.ts';
import { readContent } from './content-file.ts';
import { inWords } from './problem.ts';
import { quantifyingWords } from './quantifying-words.ts';

// What remains to be tested, file by file: every quantifying word of chapters and abstract that nothing stands behind.
const files = contentSources()
  .map((source) => readContent(source).file)
  .filter(({ kind }) => kind === 'chapter' || kind === 'abstract');
for (const file of files) {
  const problems = quantifyingWords(file);
  for (const problem of problems) console.log(inWords(problem));
  console.log(`${file.path}: ${problems.length === 0 ? 'nothing remains' : `${problems.length} remain`}.\n`);
}
