import { beforeAll, describe, expect, test } from 'vitest';
import { figures } from '../../src/figures/figures.ts';
import { figureDrawing } from '../../src/publication/drawings.ts';
import { publishedWords } from '../../src/publication/files.ts';
import { lightColour } from '../../src/publication/light-colours.ts';
import { publication, type Publication } from '../../src/publication/publication.ts';
import { tokenBlocks } from '../site/tokens.ts';

let published: Publication;
beforeAll(async () => {
  published = await publication();
});

test('the colours are those of the light theme', () => {
  const [light] = tokenBlocks();
  for (const [name, value] of light!) if (name.startsWith('--')) expect(lightColour(name)).toBe(value);
  expect(lightColour('--no-such-colour')).toBe('');
});

describe.each(figures)('figures/$id.svg', (figure) => {
  test.each(['reviewed', 'prepared'] as const)('on %s stands by itself', async (edition) => {
    const words = publishedWords(published, figure, edition, 'The report', 'https://a.b/');
    const svg = await figureDrawing(published, figure, edition, words);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="\d+" viewBox="/);
    expect(svg).toMatch(/<\/svg>\n$/);
    expect(svg).not.toMatch(/var\(|NaN|<style|href=/);
    expect(svg).toContain(`fill="${lightColour('--fig-paper')}"`);
    const text = (between: string) =>
      [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, label]) => label).join(between);
    expect(text(' ')).toContain(words.question.replaceAll('&', '&amp;'));
    expect(text('')).toContain('https://a.b/');
    // Every tag that is opened is closed.
    const tags = [...svg.matchAll(/<(\/?)([a-zA-Z]+)[^>]*?(\/?)>/g)].filter(([, , , empty]) => empty === '');
    const open = tags.filter(([, end]) => end === '').map(([, , name]) => name);
    const closed = tags.filter(([, end]) => end === '/').map(([, , name]) => name);
    expect(open.toSorted()).toEqual(closed.toSorted());
  });
});
