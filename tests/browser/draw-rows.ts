import * as vega from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import type { Row } from '../../src/engine/engine.ts';
import { findFigure } from '../../src/figures/figures.ts';
import type { Drawing } from '../../src/figures/figure.ts';
import { compileFigure } from '../../src/rendering/svg.ts';

/** A figure's chart of any rows as Vega itself writes it, before the build tidies it for the page. */
export async function drawRows(id: string, drawing: Drawing, rows: readonly Row[]): Promise<string> {
  const spec = compileFigure(findFigure(id)!, drawing);
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
