import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { chromiumLaunchOptions } from './tests/browser/chromium.ts';

const firefox = process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr';
const hasFirefox = existsSync(firefox);
const chromium = await chromiumLaunchOptions();
// To optimise the engine's machine code costs a browser a second and more, which pays where a page asks much. Nearly
// every test opens a browser of its own and asks little: ten times as late is soon enough, and hot code is still reached.
const lateOptimising = '--js-flags=--wasm-tiering-budget=130000000';
// Memory that was given back soon is asked for again: an allocator that keeps more of it starts the engine sooner.
const keepingMemory = '--enable-features=PartitionAllocLargeEmptySlotSpanRing';

if (!hasFirefox) console.log(`No Firefox at ${firefox}: the tests in a second browser are left out.`);

export default defineConfig({
  testDir: 'tests/browser',
  globalSetup: './tests/browser/build-sites.ts',
  outputDir: 'test-results/browser',
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  // As many as there are cores, up to what the memory of a small machine holds.
  workers: Math.min(4, Math.max(2, availableParallelism())),
  // Generous, because machines differ by a factor of four; nothing here measures time.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  projects: [
    {
      name: 'chromium',
      testIgnore: 'second-engine.spec.ts',
      use: { launchOptions: { ...chromium, args: [...chromium.args, lateOptimising, keepingMemory] } },
    },
    // Firefox comes from the system: the registry has none.
    ...(hasFirefox
      ? [
          {
            name: 'firefox',
            testMatch: 'second-engine.spec.ts',
            use: {
              browserName: 'firefox' as const,
              channel: 'moz-firefox',
              launchOptions: { executablePath: resolve('tests/browser/firefox/start.mjs') },
            },
          },
        ]
      : []),
  ],
  use: {
    // Nothing moves by itself, so that what is clicked stays where it is.
    contextOptions: { reducedMotion: 'reduce' },
  },
});
