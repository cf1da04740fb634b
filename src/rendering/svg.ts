import * as vega from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile } from 'vega-lite';
import type { Row } from '../engine/engine.ts';
import type { Drawing, Figure } from '../figures/figure.ts';
import { measureLikeTheBrowser } from './metrics.ts';
import { tidySvg } from './tidy.ts';

measureLikeTheBrowser();

/** A figure's chart as a Vega specification, compiled from Vega-Lite; its data set `rows` is empty. */
export function compileFigure(figure: Figure, drawing: Drawing): vega.Spec {
  const problems: string[] = [];
  const remember = (...messages: readonly unknown[]) => void problems.push(messages.join(' '));
  const logger = {
    level: () => logger,
    error: (...messages: readonly unknown[]) => (remember(...messages), logger),
    warn: (...messages: readonly unknown[]) => (remember(...messages), logger),
    info: () => logger,
    debug: () => logger,
  };
  const { spec } = compile(figure.spec(drawing), { logger: logger });
  if (problems.length > 0)
    throw new Error(`figure ${figure.id} (${drawing}): Vega-Lite warns: ${problems.join('; ')}`);
  return spec;
}

/** The chart drawn as SVG text; `name` keeps its ids apart from those of other charts on a page. */
export async function drawFigure(
  figure: Figure,
  drawing: Drawing,
  rows: readonly Row[],
  name = figure.id,
): Promise<string> {
  const view = new vega.View(vega.parse(compileFigure(figure, drawing), undefined, { ast: true }), {
    renderer: 'none',
    expr: expressionInterpreter,
    logLevel: vega.Warn,
  });
  try {
    // Vega adds symbols to the objects it is given.
    view.data(
      'rows',
      rows.map((row) => ({ ...row })),
    );
    return tidySvg(await view.toSVG(), `${name}-${drawing}`);
  } finally {
    view.finalize();
  }
}
