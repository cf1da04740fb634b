import { describe, expect, test } from 'vitest';
import { figures } from '../../src/figures/figures.ts';
import { drawn } from '../../src/publication/drawings.ts';
import { drawnFigure, publication } from '../../src/publication/publication.ts';
import { askSlice } from '../../src/slice/ask.ts';
import { wholeTable } from '../../src/slice/slice.ts';
import { smallReport } from '../report.ts';

test('on the published table no claim lacks an interval, and every figure is drawn', async () => {
  const published = await publication();
  for (const edition of [published.reviewed, published.prepared]) {
    const missing = Object.entries(edition.claims).filter(([, judged]) => judged.missing !== undefined);
    expect(missing.map(([id]) => id)).toEqual([]);
    expect(Object.values(edition.figures).filter(({ why }) => why !== null)).toEqual([]);
  }
});

describe('a table that leaves a figure too little', () => {
  const types = ['pretrained', 'chat', 'fine-tuned'];
  test.each([
    ['of one model', 1],
    ['of a dozen models', 12],
  ])('%s: each figure is drawn or says why it is not', async (_, count) => {
    const engine = await smallReport(
      Array.from({ length: count }, (__, index) => ({
        model: `maker-${index % 5}/model-${index}`,
        type: types[index % types.length]!,
        parameters_b: 1 + index,
        average: 10 + index,
      })),
    );
    const ask = await askSlice(engine, wholeTable);
    let undrawn = 0;
    for (const figure of figures) {
      const shown = drawnFigure(figure, figure.derive(await ask(figure.sql)));
      for (const size of ['desktop', 'phone'] as const) {
        const svg = await drawn(shown, size, figure.id);
        expect(svg, figure.id).toMatch(/^<svg /);
        expect(svg, figure.id).not.toMatch(/NaN|Infinity/);
        if (shown.why === null) continue;
        undrawn++;
        const words = svg.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
        expect(words.trim(), figure.id).toBe(shown.why);
        expect(shown.why, figure.id).toMatch(/^Too few: |too few are of the groups/);
      }
    }
    expect(undrawn).toBeGreaterThan(10);
  });

  test('says the same in words', () => {
    const figure = figures.find(({ id }) => id === 'capacity-density')!;
    const { why, takeaway, alt } = drawnFigure(figure, figure.derive([]));
    expect(why).toMatch(/^Too few: 0 models; it takes \d+\.$/);
    expect([takeaway, alt]).toEqual([why, why]);
  });
});
