import { expect, test, vi } from 'vitest';
import { fakeBrowser } from '../fake-browser.ts';

fakeBrowser('https://example.org/carbon/');
const { addressOfNumber, citationOf } = await import('../../../src/reader/answers/number-card.ts');
vi.unstubAllGlobals();

test('the address of a number is that of the page as it is asked, and a citation ends with it', () => {
  const address = addressOfNumber('https://example.org/carbon/?family=qwen#top', 'scaling.r2');
  expect(address).toBe('https://example.org/carbon/?family=qwen#number-scaling.r2');
  expect(citationOf({ label: 'share', report: 'A (2025). B' }, '0.41, n = 3', address)).toBe(
    `“share”: 0.41, n = 3. In: A (2025). B. ${address}`,
  );
});
