import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Drawing, Figure } from '../../src/figures/figure.ts';
import { figures } from '../../src/figures/figures.ts';
import { preparationSteps } from '../../src/figures/preparation-steps.ts';
import { figureFont } from '../../src/figures/theme.ts';
import { publication, type Publication } from '../../src/publication/publication.ts';
import { compileFigure, drawFigure } from '../../src/rendering/svg.ts';

interface Drawn {
  name: string;
  figure: Figure;
  drawing: Drawing;
  preparation: 'reviewed' | 'prepared';
}

const drawings = ['desktop', 'phone'] as const;
const cases: Drawn[] = figures.flatMap((figure) =>
  drawings.flatMap((drawing) =>
    (['reviewed', 'prepared'] as const).map((preparation) => ({
      name: `${figure.id}, ${drawing}, ${preparation}`,
      figure,
      drawing,
      preparation,
    })),
  ),
);

let published: Publication;
const draw = ({ figure, drawing, preparation }: Drawn) =>
  drawFigure(figure, drawing, published[preparation].figures[figure.id]!.rows);

const svgs = new Map<string, string>();
beforeAll(async () => {
  published = await publication();
  for (const each of cases) svgs.set(each.name, await draw(each));
});

/** The values of an attribute in a drawing. */
const values = (svg: string, attribute: string) =>
  [...svg.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'g'))].map(([, value = '']) => value);

test('drawings come out the same again, in any order', async () => {
  for (const each of cases.toReversed()) expect(await draw(each)).toBe(svgs.get(each.name));
});

test('no id stands twice on a page with every figure in both drawings', () => {
  const ids = cases
    .filter(({ preparation }) => preparation === 'reviewed')
    .flatMap(({ name }) => values(svgs.get(name)!, 'id'));
  expect(new Set(ids).size).toBe(ids.length);
});

/** Whether every tag is closed in order. Vega escapes the brackets of texts and attributes. */
function isBalanced(svg: string): boolean {
  const open: string[] = [];
  for (const [, slash, name = '', alone] of svg.matchAll(/<(\/?)([\w:]+)(?:\s[\w:-]+="[^"<>]*")*(\/?)>/g)) {
    if (slash && open.pop() !== name) return false;
    if (!slash && !alone) open.push(name);
  }
  const tags = svg.match(/</g)?.length;
  return open.length === 0 && tags === svg.match(/<\/?[\w:]+(?:\s[\w:-]+="[^"<>]*")*\/?>/g)?.length;
}

const tokens = new Set(
  [...readFileSync('src/styles/tokens.css', 'utf8').matchAll(/^\s*(--[\w-]+):/gm)].map(
    ([, name = '']) => name,
  ),
);

describe.each(cases)('$name', ({ name }) => {
  const svg = () => svgs.get(name)!;

  test('is one well-formed SVG, smaller than 60 KB, with a size', () => {
    expect(isBalanced(svg())).toBe(true);
    expect(svg()).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^<]*>.*<\/svg>$/s);
    expect(Buffer.byteLength(svg())).toBeLessThan(60_000);
    expect(Number(values(svg(), 'width')[0])).toBeGreaterThan(100);
    expect(Number(values(svg(), 'height')[0])).toBeGreaterThan(50);
    expect(values(svg(), 'viewBox')[0]).toMatch(/^0 0 [\d.]+ [\d.]+$/);
  });

  test('has marks, and no number that is none', () => {
    expect(svg()).toMatch(/<(?:path|text|line|rect)\b/);
    expect(svg()).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  test('has no inline style, script, event, class, role or label', () => {
    expect(svg()).not.toMatch(/<(?:style|script|foreignObject|a)\b/);
    expect(svg()).not.toMatch(/\s(?:style|class|role|on\w+|aria-[\w-]+|href|xlink:href)=/);
  });

  test('has coordinates of at most two decimals', () => {
    const markup = svg().replaceAll(/>[^<]*</g, '><');
    expect(markup.match(/\d\.\d{3,}/g)).toBeNull();
  });

  test('sets every text in the figure font', () => {
    const fonts = [...svg().matchAll(/<text\b([^>]*)>/g)].map(
      ([, attributes = '']) => values(attributes, 'font-family')[0],
    );
    expect(fonts.length).toBeGreaterThan(0);
    expect(new Set(fonts.map((font) => font?.replaceAll('&quot;', '"')))).toEqual(new Set([figureFont]));
  });

  test('takes every colour from the style sheet, so that it turns with the theme', () => {
    const colours = ['fill', 'stroke', 'stop-color'].flatMap((attribute) => values(svg(), attribute));
    const known = (colour: string) => {
      const token = /^var\((--[\w-]+)\)$/.exec(colour)?.[1];
      return token === undefined ? /^(?:none|transparent|url\(#[\w-]+\))$/.test(colour) : tokens.has(token);
    };
    expect(colours.length).toBeGreaterThan(0);
    expect(colours.filter((colour) => !known(colour))).toEqual([]);
  });

  test('gives every text and every shape a colour, none left to the browser’s black', () => {
    const texts = [...svg().matchAll(/<text\b([^>]*)>/g)].map(
      ([, attributes = '']) => values(attributes, 'fill')[0],
    );
    expect(texts.filter((fill) => fill === undefined)).toEqual([]);
  });

  test('names every clip and gradient that it uses', () => {
    const ids = values(svg(), 'id');
    const uses = [...svg().matchAll(/url\(#([^)]+)\)/g)].map(([, id = '']) => id);
    expect(uses.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

/** A figure with a clip and a gradient, which Vega names by counters of the process. */
const clipped: Figure = {
  ...preparationSteps,
  id: 'clipped',
  spec: () => ({
    data: { name: 'rows' },
    width: 100,
    height: 100,
    mark: {
      type: 'bar',
      clip: true,
      color: {
        x1: 0,
        y1: 0,
        x2: 1,
        y2: 0,
        gradient: 'linear',
        stops: [
          { offset: 0, color: 'var(--small)' },
          { offset: 1, color: 'var(--large)' },
        ],
      },
    },
    encoding: { x: { field: 'left_over', type: 'quantitative' }, y: { field: 'title', type: 'nominal' } },
  }),
};

test('clips and gradients are counted per drawing', async () => {
  const rows = published.reviewed.figures['preparation-steps']!.rows;
  const first = await drawFigure(clipped, 'desktop', rows);
  const ids = values(first, 'id');
  expect(ids.length).toBeGreaterThanOrEqual(2);
  for (const id of ids) expect(id).toMatch(/^clipped-desktop-\d$/);
  for (const id of ids) expect(first).toContain(`url(#${id})`);
  expect(await drawFigure(clipped, 'desktop', rows)).toBe(first);
  const phone = values(await drawFigure(clipped, 'phone', rows), 'id');
  expect(phone.filter((id) => ids.includes(id))).toEqual([]);
});

describe.each(drawings)('text of a row, %s', (drawing) => {
  const drawnTexts = async (title: string) => {
    const rows = [{ position: 0, step: 's', title, left_over: 5, dropped: 0, before: 5 }];
    const svg = await drawFigure(preparationSteps, drawing, rows);
    expect(isBalanced(svg)).toBe(true);
    expect(svg).not.toContain('<script');
    return [...svg.matchAll(/<text\b[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text);
  };

  test('is escaped', async () => {
    const texts = await drawnTexts('<script>x</script> & co');
    expect(texts.some((text) => text.startsWith('&lt;script&gt;x&lt;/script&gt; &amp; co'))).toBe(true);
  });

  test('stays as it is where it looks like an attribute or a coordinate', async () => {
    const title = 'a id="x" class="y" 1.2345';
    expect((await drawnTexts(title)).some((text) => text.startsWith(title))).toBe(true);
  });

  test('does not break the drawing where it is cut off within quotes', async () => {
    await drawnTexts(`${'long '.repeat(7)} class="${'long '.repeat(20)}"`);
  });
});

test('rows are drawn as they are and stay as they are', async () => {
  const rows = published.reviewed.figures['preparation-steps']!.rows;
  const before = structuredClone(rows);
  const symbols = () => rows.flatMap((row) => Object.getOwnPropertySymbols(row));
  await drawFigure(preparationSteps, 'desktop', rows);
  expect(rows).toEqual(before);
  expect(symbols()).toEqual([]);
});

test('a chart without rows is drawn, because its layers alone are empty', async () => {
  expect(await drawFigure(preparationSteps, 'phone', [])).toMatch(/^<svg /);
});

test('an error that Vega would only log is thrown, with the figure and the drawing', async () => {
  const wrong: Figure = {
    ...preparationSteps,
    id: 'wrong',
    spec: () => ({
      data: { name: 'rows' },
      // Values of no field: Vega refuses it and draws nothing.
      transform: [{ joinaggregate: [{ op: 'values', as: 'all' }], groupby: ['title'] }],
      mark: 'point',
      encoding: { x: { field: 'left_over', type: 'quantitative' } },
    }),
  };
  await expect(drawFigure(wrong, 'phone', [{ title: 'a', left_over: 1 }])).rejects.toThrow(
    /^chart wrong-phone: Vega says: /,
  );
});

test('a warning of Vega-Lite names the figure and the drawing', () => {
  const wrong: Figure = {
    ...preparationSteps,
    id: 'wrong',
    spec: () => ({
      data: { name: 'rows' },
      mark: 'point',
      encoding: {
        x: { field: 'a', type: 'quantitative', stack: 'zero' },
        size: { field: 'b', type: 'nominal' },
      },
    }),
  };
  expect(() => compileFigure(wrong, 'phone')).toThrow(/^chart wrong-phone: /);
});
