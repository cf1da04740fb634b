import { defineConfig } from '@playwright/test';

// The journeys of a reader over the build that is there, which is not read under a path as well: for whoever changes
// something and waits. Said before anything asks which builds there are.
process.env.TESTED_SITE ??= 'dist';
const { everywhere } = await import('./sites.ts');
const { default: whole } = await import('../../playwright.config.ts');

export default defineConfig({
  ...whole,
  testDir: '.',
  globalSetup: undefined,
  outputDir: '../../test-results/journeys',
  reporter: 'list',
  grepInvert: new RegExp(everywhere),
  projects: whole.projects
    ?.filter(({ name }) => name === 'chromium')
    // What a page tells programs is asked of the report under a path alone.
    .map((each) => ({ ...each, testIgnore: ['head.spec.ts', 'second-engine.spec.ts'] })),
});
