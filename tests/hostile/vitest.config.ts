import { defineConfig } from 'vitest/config';

// What strangers may bring, generated anew by kind; the unit tests hold the definitions and need none of it.
export default defineConfig({
  test: {
    dir: 'tests/hostile',
    include: ['*.test.ts'],
    maxWorkers: 2,
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 180_000,
    reporters: ['default', ['json', { outputFile: 'test-results/hostile.json' }]],
  },
});
