import { defineConfig } from 'vitest/config';

// Whole sites, built and served anew: not what a part computes, and by far what takes longest.
export default defineConfig({
  test: {
    dir: 'tests/build',
    include: ['*.test.ts'],
    // A build uses every core itself; a second worker fills the times in which it uses one.
    maxWorkers: 2,
    isolate: false,
    // Generous, because a machine that builds and tests at once is slow; nothing here measures time.
    testTimeout: 240_000,
    hookTimeout: 480_000,
    reporters: ['default', ['json', { outputFile: 'test-results/build.json' }]],
  },
});
