import { View, parse, type LoggerInterface } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { describe, expect, test } from 'vitest';
import { plots } from '../../../src/figures/plots.ts';
import { filled } from '../../../src/reader/chart/filled.ts';
import { compileChart } from '../../../src/rendering/svg.ts';

test('colours become values and placeholders words, wherever they stand', () => {
  const spec = { a: ['var(--x)', { b: '1px solid var(--y)' }], title: '{x}', n: 1, none: null };
  expect(filled(spec as object, { '{x}': 'Size' }, (name) => `<${name}>`)).toEqual({
    a: ['<--x>', { b: '1px solid <--y>' }],
    title: 'Size',
    n: 1,
    none: null,
  });
});

test('within an expression a word of any length stands as it does between quotes', () => {
  const spec = { title: "'Total of {cost}' + '{other}'", marks: [] };
  expect(filled(spec, { '{cost}': `it's "so"` }).title).toBe(`'Total of it\\'s \\"so\\"' + '{other}'`);
});

test('a drawing in SVG keeps its variables', () => {
  const spec = { background: 'var(--paper)', marks: [] };
  expect(filled(spec, {})).toEqual(spec);
});

test('a column may have the name of nothing that a plot says', () => {
  expect(filled({ title: 'x', marks: [] }, { x: 'constructor' }).title).toBe('constructor');
  expect(filled({ title: 'constructor', marks: [] }, {}).title).toBe('constructor');
});

describe.each(Object.entries(plots))('plot %s', (id, spec) => {
  const compiled = compileChart(id, spec);

  test('keeps no placeholder and no variable once it has its words', () => {
    const text = JSON.stringify(filled(compiled, { '{x}': 'Size', '{y}': 'Score' }, () => '#123'));
    expect(text).not.toMatch(/\{[xy]\}|var\(/);
  });

  test('takes any words, in its tooltips too', async () => {
    const words = { '{x}': 'a "quoted" \\name\', it\'s {y}', '{y}': 'line\nbreak {x} var(--x)' };
    const view = new View(
      parse(
        filled(compiled, words, () => '#123'),
        undefined,
        { ast: true },
      ),
      {
        renderer: 'none',
        expr: expressionInterpreter,
        logger: quiet,
      },
    );
    const row = { layer: 'front', model: 'a/b', name: 'b', x: 1, x2: 2, y: 3, y2: 4, n: 1, all: 1, kept: 1 };
    await view.data('rows', [row]).runAsync();
    for (const said of tooltipsOf((view.scenegraph() as unknown as { root: Scene }).root))
      expect(Object.keys(said).filter((name) => name !== 'Model')).toEqual(
        expect.arrayContaining(Object.values(words)),
      );
    view.finalize();
  });
});

interface Scene {
  items?: Scene[];
  tooltip?: unknown;
}

/** What the marks of a drawn plot say. */
const tooltipsOf = ({ items = [], tooltip }: Scene): object[] => [
  ...(typeof tooltip === 'object' && tooltip !== null ? [tooltip] : []),
  ...items.flatMap(tooltipsOf),
];

// A plot of one row has scales without an extent, of which Vega warns.
const ignore = () => quiet;
const quiet: LoggerInterface = {
  level: ignore,
  error: ignore,
  warn: ignore,
  info: ignore,
  debug: ignore,
} as unknown as LoggerInterface;
