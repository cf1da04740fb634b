import { kinds } from './kinds.ts';
import { Refusal } from './project.ts';

const [kind = '', name, place] = process.argv.slice(2);
try {
  kinds[kind]!(name, place);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
