import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/**
 * `npm run test:mutation -- --mutate <files>` changes the given files in many small ways, one at a time, and lists
 * the changes that no test notices. A file is judged by the test of its own name, else by the tests of its folder that
 * import it, else by all of that folder: they state its definitions, and not every page that happens to use it.
 */
const option = process.argv.findIndex((word) => /^(?:-m|--mutate)$/.test(word));
const given = option < 0 ? [] : globSync((process.argv[option + 1] ?? '').split(','));

/** The tests of a folder, or of the nearest folder around it that has tests. */
function testsOf(folder) {
  const tests = folder.replace(/^src(?=\/|$)/, 'tests');
  return existsSync(tests) || folder === '.' ? globSync(`${tests}/**/*.test.ts`) : testsOf(dirname(folder));
}

const judges = new Set(
  given.flatMap((file) => {
    const tests = testsOf(dirname(file));
    const own = tests.filter((test) => basename(test, '.test.ts') === basename(file).replace(/\.tsx?$/, ''));
    const importing = tests.filter((test) => readFileSync(test, 'utf8').includes(`/${basename(file)}'`));
    return [own, importing, tests].find((found) => found.length > 0) ?? [];
  }),
);
// Read by vitest.config.ts in the processes that run the tests.
if (judges.size > 0)
  process.env.MUTATION_TESTS = [...judges].map((test) => test.replace(/^tests/, '**')).join();

export default {
  mutate: ['src/{statistics,claims,slice,figures,reader}/**/*.{ts,tsx}'],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  // Texts for people are read in the review; nearly all changes of strings would be of these.
  mutator: { excludedMutations: ['StringLiteral'] },
  // `--coverageAnalysis all` where tests share what one of them computed, as those of named statistics do; the one that
  // computed it would else be the only one to be asked.
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // Generous, because a slow or busy machine takes ten times as long as a quick one to ask all tests once.
  dryRunTimeoutMinutes: 30,
  timeoutMS: 60_000,
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: 'test-results/mutation.json' },
  clearTextReporter: { allowColor: false, logTests: false },
  tempDirName: '.cache/stryker',
  ignorePatterns: ['.cache', 'dist', 'test-results', 'pdf'],
};
