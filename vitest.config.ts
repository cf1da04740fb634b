import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The usual order, but files that need a page come last: a worker whose next file needs another environment is ended,
 * and with it everything that files share.
 */
class PagesLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const needsPage = ({ moduleId }: TestSpecification) =>
      readFileSync(moduleId, 'utf8').startsWith('// @vitest-environment');
    return [...sorted.filter((file) => !needsPage(file)), ...sorted.filter(needsPage)];
  }
}

export default defineConfig({
  test: {
    dir: 'tests',
    // A run of mutations (stryker.config.mjs) names the tests that judge the changed files.
    include: process.env.MUTATION_TESTS?.split(',') ?? ['**/*.test.ts'],
    // By configurations and commands of their own.
    exclude: ['build/**', 'hostile/**'],
    // Files share what is loaded: to read and prepare the tables for each of them took most of the time. A mutant
    // must not be given what was computed before it.
    isolate: process.env.MUTATION_TESTS !== undefined,
    sequence: { sequencer: PagesLast },
    maxWorkers: Math.min(4, Math.max(2, availableParallelism())),
    // Generous, because a machine that builds and tests at once is slow; nothing here measures time.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    reporters: ['default', ['json', { outputFile: 'test-results/unit.json' }]],
  },
});
