import { expect, test } from 'vitest';
import { escapeHtml } from '../../src/references/html.ts';

test('signs of HTML are written as entities, everything else stays', () => {
  expect(escapeHtml('a & b < c > d "e" ’f’')).toBe('a &amp; b &lt; c &gt; d &quot;e&quot; ’f’');
});
