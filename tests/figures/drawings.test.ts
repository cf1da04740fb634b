import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawingsOf, type Drawing } from '../../src/figures/figure.ts';
import { figures } from '../../src/figures/figures.ts';
import { plots } from '../../src/figures/plots.ts';
import { chartBase } from '../../src/figures/theme.ts';
import { compileChart, compileFigure } from '../../src/rendering/svg.ts';
import { drawingText, settingsOf, settingsText } from './drawing-text.ts';

/** What every chart of a drawing begins with, from a chart that has no settings of its own. */
const settings = (drawing: Drawing) =>
  settingsOf(compileChart(drawing, { ...chartBase(drawing), mark: 'point' }));
const shared = { desktop: settings('desktop'), phone: settings('phone'), wide: settings('wide') };

/** A plot for every scale along both sides; with two scales it has a side of each. */
const shown = Object.entries(plots).filter(([id]) => /^(?!scatter|density)|-(\w+)-\1$/.test(id));

const cases = [
  ...figures.flatMap((figure) =>
    drawingsOf(figure).map((drawing) => ({
      name: `${figure.id}.${drawing}`,
      text: () => drawingText(compileFigure(figure, drawing), shared[drawing]),
    })),
  ),
  ...shown.map(([id, plot]) => ({
    name: `plot-${id}`,
    text: () => drawingText(compileChart(id, plot), shared.desktop),
  })),
  ...(['desktop', 'phone'] as const).map((drawing) => ({
    name: `settings.${drawing}`,
    text: () => settingsText(shared[drawing]),
  })),
];

test.each(cases)('$name is drawn as it was', async ({ name, text }) => {
  await expect(text()).toMatchFileSnapshot(`../golden/drawings/${name}.yaml`);
});

test('no drawing is kept of what is no longer drawn', () => {
  expect(readdirSync('tests/golden/drawings').toSorted()).toEqual(
    cases.map(({ name }) => `${name}.yaml`).toSorted(),
  );
});
