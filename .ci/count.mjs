// Adds up the tests of both runners, as their reports count them, and prints “N passed, N failed”.
import { existsSync, readFileSync } from 'node:fs';

const read = (name) => {
  const file = new URL(`../test-results/${name}.json`, import.meta.url);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
};
const unit = read('unit');
const browser = read('browser');
const passed = (unit?.numPassedTests ?? 0) + (browser?.stats.expected ?? 0);
const failed =
  (unit?.numFailedTests ?? 0) +
  (browser ? browser.stats.unexpected + browser.stats.flaky + browser.errors.length : 0);
if (!unit) console.log('The unit tests did not run.');
if (!browser) console.log('The browser tests did not run.');
console.log(`${passed} passed, ${failed} failed`);
process.exit(unit && browser && failed === 0 ? 0 : 1);
