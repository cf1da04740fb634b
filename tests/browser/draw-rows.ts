import * as vega from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import type { Row } from '../../src/engine/engine.ts';
import { findFigure } from '../../src/figures/figures.ts';
import type { Drawing } from '../../src/figures/figure.ts';
import { findSmallChart } from '../../src/figures/small-charts.ts';
import { compileChart, compileFigure } from '../../src/rendering/svg.ts';

/** A figure's chart of any rows as Vega itself writes it, before the build tidies it for the page. */
export const drawRows = (id: string, drawing: Drawing, rows: readonly Row[]): Promise<string> =>
  draw(compileFigure(findFigure(id)!, drawing), rows);

/** The same of the small chart of a figure. */
export const drawSmall = (id: string, rows: readonly Row[]): Promise<string> =>
  draw(compileChart(id, findSmallChart(id)!.spec()), rows);

async function draw(spec: vega.Spec, rows: readonly Row[]): Promise<string> {
  const view = new vega.View(vega.parse(spec, undefined, { ast: true }), {
    renderer: 'none',
    expr: expressionInterpreter,
    logLevel: vega.Error,
  });
  const svg = await view
    .data(
      'rows',
      rows.map((row) => ({ ...row })),
    )
    .toSVG();
  view.finalize();
  return svg;
}
