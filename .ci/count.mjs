// Adds up the tests of every run, as their reports count them, and prints “N passed, N failed”.
import { existsSync, readFileSync } from 'node:fs';

const read = (name) => {
  const file = new URL(`../test-results/${name}.json`, import.meta.url);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
};
const parts = { unit: read('unit'), build: read('build') };
const browser = read('browser');
const sum = (count) => Object.values(parts).reduce((total, part) => total + (part?.[count] ?? 0), 0);
const passed = sum('numPassedTests') + (browser?.stats.expected ?? 0);
const failed =
  sum('numFailedTests') +
  (browser ? browser.stats.unexpected + browser.stats.flaky + browser.errors.length : 0);
const missing = Object.entries({ ...parts, browser }).filter(([, part]) => !part);
for (const [name] of missing) console.log(`The ${name} tests did not run.`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(missing.length === 0 && failed === 0 ? 0 : 1);
