import { checkPresent } from './check.ts';
import { inWords } from './problem.ts';

// The check of content and data as a command: it prints every problem and ends with 1 where there is one.
const problems = await checkPresent();
for (const problem of problems) console.error(inWords(problem));
if (problems.length > 0) {
  console.error(`\n${problems.length === 1 ? '1 problem' : `${problems.length} problems`}.`);
  process.exitCode = 1;
} else console.log('The content has no problem, nor have the data.');
