/**
 * `npm run test:mutation -- --mutate <files>` changes the given files in many small ways, one at a time, and lists
 * the changes that no test notices. A folder of `src/` is judged by the tests of its own folder, which state its
 * definitions, and not by every page that happens to use it.
 */
const given = process.argv[process.argv.findIndex((word) => /^(?:-m|--mutate)$/.test(word)) + 1] ?? '';
const folders = new Set([...given.matchAll(/src\/(\w+)/g)].map(([, folder]) => folder));

export default {
  mutate: ['src/{statistics,claims,slice,figures,reader}/**/*.{ts,tsx}'],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: folders.size === 1 ? { dir: `tests/${[...folders][0]}` } : {},
  coverageAnalysis: 'perTest',
  concurrency: 1,
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: 'test-results/mutation.json' },
  clearTextReporter: { allowColor: false, logTests: false },
  tempDirName: '.cache/stryker',
};
