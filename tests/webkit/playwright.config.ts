import { defineConfig } from '@playwright/test';

// A third browser, by a configuration of its own: `npm run test:all` needs nothing that the packages do not bring.
export default defineConfig({
  testDir: '.',
  globalSetup: '../browser/build-sites.ts',
  outputDir: '../../test-results/webkit',
  reporter: [['list'], ['json', { outputFile: '../../test-results/webkit.json' }]],
  forbidOnly: Boolean(process.env.CI),
  workers: 1,
  timeout: 300_000,
  expect: { timeout: 120_000 },
});
