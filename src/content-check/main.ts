import { computeVerdicts } from '../publication/publication.ts';
import { checkContent, contentSources } from './check.ts';
import { known } from './known.ts';
import { inWords } from './problem.ts';

// The check of the content as a command: it prints every problem and ends with 1 where there is one.
const sources = contentSources();
const problems = await checkContent(sources, known(), await computeVerdicts());
for (const problem of problems) console.error(inWords(problem));
if (problems.length > 0) {
  console.error(`\n${problems.length === 1 ? '1 problem' : `${problems.length} problems`} in the content.`);
  process.exitCode = 1;
} else console.log(`${sources.length} files of content, no problem.`);
