import { checkPresent } from './check.ts';
import { inShort } from './problem.ts';

// The check of content and data as a command: it prints what is wrong and ends with 1 where something is.
const problems = await checkPresent();
for (const line of inShort(problems)) console.error(line);
if (problems.length > 0) {
  console.error(`\n${problems.length === 1 ? '1 problem' : `${problems.length} problems`}.`);
  process.exitCode = 1;
} else console.log('The content has no problem, nor have the data.');
