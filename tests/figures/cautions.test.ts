import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { cautionKinds } from '../../src/dataset/cautions.ts';
import type { Row } from '../../src/engine/engine.ts';
import type { Figure } from '../../src/figures/figure.ts';
import { figures } from '../../src/figures/figures.ts';
import { compileFigure } from '../../src/rendering/svg.ts';
import { askSlice } from '../../src/slice/ask.ts';
import { cautionedReport, facts, sliceOf } from '../report.ts';
import { drawingText } from './drawing-text.ts';
import { marksOf, namesRead, type Part } from './marks.ts';

/*
 * Wherever a figure names a model with a caution, it says so: every model is given one here, so that a name without
 * is found whichever models a figure happens to name.
 */

const full = new Set(
  facts('identity').flatMap(({ model, identity }) => [model!.toLowerCase(), identity!.toLowerCase()]),
);
/** Names as drawings have them, without the organisation. */
const short = new Set([...full].map((name) => name.split('/').at(-1)!));
const isName = (text: string) => full.has(text.toLowerCase()) || short.has(text.toLowerCase());

const wholes = ['', 'preparation=prepared'];
const slices = [
  ...wholes,
  'family=qwen',
  'type=chat',
  'base=meta-llama/Llama-3.1-8B',
  'moe=yes&preparation=prepared',
];

const drawn = new Map<string, Promise<Row[]>>();

/** The rows that a figure draws for the slice of a query, computed once. */
function rowsOf(figure: Figure, query: string): Promise<Row[]> {
  const key = `${figure.id} ${query}`;
  const derive = async () => {
    const ask = await askSlice(await cautionedReport(), sliceOf(query));
    return figure.derive(await ask(figure.sql));
  };
  if (!drawn.has(key)) drawn.set(key, derive());
  return drawn.get(key)!;
}

const namesIn = (row: Row) =>
  Object.entries(row).filter(
    (cell): cell is [string, string] => typeof cell[1] === 'string' && isName(cell[1]),
  );

/** Names in a text that no caution follows. */
const bareNames = (text: string): string[] =>
  [...text.matchAll(/[\w.-]*\w(?:\/[\w.-]*\w)?/g)].flatMap(({ 0: name, index }) =>
    isName(name) && !text.startsWith(' (caution: ', index + name.length) ? [name] : [],
  );

test('a caution is missed where there is none behind a name', () => {
  expect(bareNames('First gpt2 (caution: odd), then gpt2, not Qwen/Qwen2.5-7B.')).toEqual([
    'gpt2',
    'Qwen/Qwen2.5-7B',
  ]);
  expect(namesIn({ model: 'GPT2', layer: 'dot', n: 1 })).toEqual([['model', 'GPT2']]);
});

describe.each(figures)('$id', (figure) => {
  // What is published only is drawn of no slice.
  test.each(figure.publishedOnly ? wholes : slices)(
    'says the caution of every model that it names, ?%s',
    async (query) => {
      const rows = await rowsOf(figure, query);
      const named = rows.filter((row) => namesIn(row).length > 0);
      expect(named.filter(({ caution }) => caution !== cautionKinds['off-plane'])).toEqual([]);
      expect(bareNames(figure.takeaway(rows))).toEqual([]);
      expect(bareNames(figure.alt(rows))).toEqual([]);
      if (named.length > 0) expect(figure.columns.map(({ name }) => name)).toContain('caution');
    },
  );

  test.each(['desktop', 'phone'] as const)(
    'marks it where its drawing writes a name, %s',
    async (drawing) => {
      const columns = new Set(
        (await rowsOf(figure, '')).flatMap((row) => namesIn(row).map(([name]) => name)),
      );
      const chart = parse(drawingText(compileFigure(figure, drawing), {})) as Part;
      const written = marksOf(chart).flatMap(({ type, mark }) => [
        ...(type === 'text' && typeof mark.text === 'string' ? [namesRead(mark.text, mark)] : []),
        Object.values(mark.tooltip ?? {}).flatMap((reads) => namesRead(reads, mark)),
      ]);
      for (const names of written)
        if (names.some((name) => columns.has(name))) expect(names).toContain('caution');
      const signs = JSON.stringify(chart).includes('†');
      expect(figure.notes.includes('†'), 'the notes say what a sign means, where there is one').toBe(signs);
    },
  );
});
