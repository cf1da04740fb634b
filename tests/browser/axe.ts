import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * Axe over a page. In one pass: the pages have no frames, and only for those does it gather what it found on a
 * page of its own, which takes as long again. Every rule is asked of every element, but only what breaks one is written
 * down: to name each of thousands of elements that break none took more than half of the time. Nor does it read sheets
 * and recordings beforehand, which only rules about sound and the way a telephone is held need.
 */
export const axe = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'], preload: false });
