import * as vega from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile } from 'vega-lite';
import type { Row } from '../engine/engine.ts';
import type { Drawing, Figure } from '../figures/figure.ts';
import { measureLikeTheBrowser } from './metrics.ts';
import { tidySvg } from './tidy.ts';

measureLikeTheBrowser();

/** A logger that remembers what is wrong instead of printing it. */
function remembering(problems: string[]): vega.LoggerInterface {
  const remember = (...messages: readonly unknown[]) => {
    problems.push(
      messages.map((message) => (message instanceof Error ? message.message : String(message))).join(' '),
    );
    return logger;
  };
  const ignore = () => logger;
  const logger = { level: ignore, error: remember, warn: remember, info: ignore, debug: ignore };
  return logger as unknown as vega.LoggerInterface;
}

const where = (figure: Figure, drawing: Drawing) => `figure ${figure.id} (${drawing})`;

/**
 * A figure's chart as a Vega specification, compiled from Vega-Lite; its data set `rows` is empty. Throws for
 * whatever Vega-Lite warns of.
 */
export function compileFigure(figure: Figure, drawing: Drawing): vega.Spec {
  const problems: string[] = [];
  const { spec } = compile(figure.spec(drawing), { logger: remembering(problems) });
  if (problems.length > 0)
    throw new Error(`${where(figure, drawing)}: Vega-Lite warns: ${problems.join('; ')}`);
  return spec;
}

/**
 * The chart drawn as SVG text; `name` keeps its ids apart from those of other charts on a page. Throws for
 * whatever Vega logs as an error or a warning, because it would draw an empty chart instead of failing.
 */
export async function drawFigure(
  figure: Figure,
  drawing: Drawing,
  rows: readonly Row[],
  name = figure.id,
): Promise<string> {
  const problems: string[] = [];
  const view = new vega.View(vega.parse(compileFigure(figure, drawing), undefined, { ast: true }), {
    renderer: 'none',
    expr: expressionInterpreter,
    logger: remembering(problems),
  });
  try {
    // Vega adds symbols to the objects it is given.
    const copies = rows.map((row) => ({ ...row }));
    const svg = await view.data('rows', copies).toSVG();
    // A layer without rows has no extent; other layers give the scale its own.
    const faults = problems.filter((problem) => !problem.startsWith('Infinite extent'));
    if (faults.length > 0) throw new Error(`${where(figure, drawing)}: Vega says: ${faults.join('; ')}`);
    return tidySvg(svg, `${name}-${drawing}`);
  } finally {
    view.finalize();
  }
}
