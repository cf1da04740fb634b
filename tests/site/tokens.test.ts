import { describe, expect, it } from 'vitest';
import { contrast, seenDistance, visions } from './colour.ts';
import { colourOf, tokenBlocks } from './tokens.ts';

const [light = new Map<string, string>(), darkBySystem = new Map<string, string>(), darkByChoice] =
  tokenBlocks();
const themes = [
  ['light', light],
  ['dark', darkBySystem],
] as const;

const sizes = ['small', 'medium', 'large'];
const groups = ['official', 'community', 'dense', 'moe'];
const meanings = [...sizes, ...groups, 'seed'];

/** Every pair of the names, each once. */
const pairs = (names: readonly string[]): [string, string][] =>
  names.flatMap((a, index) => names.slice(index + 1).map((b): [string, string] => [a, b]));

it('has one light theme and two equal dark ones', () => {
  expect(tokenBlocks()).toHaveLength(3);
  expect(darkByChoice).toEqual(darkBySystem);
  expect([...darkBySystem.keys()]).toEqual([...light.keys()]);
});

describe.each(themes)('the %s theme', (_, theme) => {
  const ratio = (a: string, b: string): number => contrast(colourOf(theme, a), colourOf(theme, b));

  it.each(['paper', 'panel', 'accent-wash'])('text on %s reaches 4.5:1 (WCAG 2.2, 1.4.3)', (ground) => {
    for (const text of ['ink', 'muted', 'accent']) expect(ratio(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('text on the accent reaches 4.5:1', () => {
    expect(ratio('on-accent', 'accent')).toBeGreaterThanOrEqual(4.5);
  });

  it('text of charts reaches 4.5:1, labels in a colour of a meaning included', () => {
    for (const text of ['fig-ink', 'fig-muted', 'fig-accent', ...meanings.map((name) => `${name}-label`)]) {
      expect(ratio(text, 'fig-paper'), text).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each([...meanings, 'density', 'fig-accent', 'rule-strong'])(
    'a mark in %s reaches 3:1 (1.4.11)',
    (mark) => {
      expect(ratio(mark, 'fig-paper')).toBeGreaterThanOrEqual(3);
    },
  );

  // 15 is some six times the just noticeable difference of CIE76 (2.3).
  describe.each(visions)('seen with %s colour vision', (vision) => {
    const distance = (a: string, b: string): number =>
      seenDistance(colourOf(theme, a), colourOf(theme, b), vision);

    it.each(pairs([...sizes, 'seed']))('%s and %s stay apart', (a, b) => {
      expect(distance(a, b)).toBeGreaterThan(15);
    });

    it.each(pairs([...groups, 'seed']))('%s and %s stay apart', (a, b) => {
      expect(distance(a, b)).toBeGreaterThan(15);
    });
  });

  it('the size classes grow in contrast with the paper, so that grey print still orders them', () => {
    const contrasts = sizes.map((name) => ratio(name, 'fig-paper'));
    expect(contrasts).toEqual([...contrasts].sort((a, b) => a - b));
    expect((contrasts[1] ?? 0) / (contrasts[0] ?? 1)).toBeGreaterThan(1.5);
    expect((contrasts[2] ?? 0) / (contrasts[1] ?? 1)).toBeGreaterThan(1.5);
  });
});
