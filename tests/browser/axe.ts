import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * Axe over a page. In one pass: the pages have no frames, and only for those does it gather what it found on a
 * page of its own, which takes as long again.
 */
export const axe = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode();
