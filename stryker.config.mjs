import { existsSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * `npm run test:mutation -- --mutate <files>` changes the given files in many small ways, one at a time, and lists
 * the changes that no test notices. A folder of `src/` is judged by the tests of its own folder, which state its
 * definitions, and not by every page that happens to use it.
 */
const option = process.argv.findIndex((word) => /^(?:-m|--mutate)$/.test(word));
const given = option < 0 ? [] : (process.argv[option + 1] ?? '').split(',');
const folders = new Set(given.map((path) => testsOf(dirname(path.replace(/\*.*$/, '*')))));

/** The tests of a folder, or of the nearest folder around it that has tests. */
function testsOf(folder) {
  const tests = folder.replace(/^src(?=\/|$)/, 'tests');
  return existsSync(tests) || folder === '.' ? tests : testsOf(dirname(folder));
}

export default {
  mutate: ['src/{statistics,claims,slice,figures,reader}/**/*.{ts,tsx}'],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: folders.size === 1 ? { dir: [...folders][0] } : {},
  coverageAnalysis: 'perTest',
  concurrency: 1,
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: 'test-results/mutation.json' },
  clearTextReporter: { allowColor: false, logTests: false },
  tempDirName: '.cache/stryker',
};
