import { defineConfig } from '@playwright/test';
import { chromiumLaunchOptions } from '../browser/chromium.ts';

const launch = await chromiumLaunchOptions();

// Browsers that lack something, break off or are sent damaged files; a configuration of its own, beside those of `npm run test:all`.
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  globalSetup: '../browser/build-sites.ts',
  outputDir: '../../test-results/hostile',
  reporter: [['list'], ['json', { outputFile: '../../test-results/hostile-browser.json' }]],
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  // Generous, as beside it: nothing here measures time.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  use: {
    launchOptions: {
      ...launch,
      // Without it the Chromium of the package loses its whole tab at any fault of WebAssembly.
      args: [...launch.args, '--disable-features=WebAssemblyTrapHandler'],
    },
    contextOptions: { reducedMotion: 'reduce' },
  },
});
