import * as vega from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { Row } from '../engine/engine.ts';
import type { Drawing, Figure } from '../figures/figure.ts';
import { plots } from '../figures/plots.ts';
import { filled, type Words } from '../reader/chart/filled.ts';
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

/** A chart compiled from Vega-Lite to Vega; `name` is for the message. Throws for whatever Vega-Lite warns of. */
export function compileChart(name: string, chart: TopLevelSpec): vega.Spec {
  const problems: string[] = [];
  const { spec } = compile(chart, { logger: remembering(problems) });
  if (problems.length > 0) throw new Error(`chart ${name}: Vega-Lite warns: ${problems.join('; ')}`);
  return spec;
}

/** A figure's chart compiled; its data set `rows` is empty. Throws as `compileChart` does. */
export const compileFigure = (figure: Figure, drawing: Drawing): vega.Spec =>
  compileChart(`${figure.id}-${drawing}`, figure.spec(drawing));

/**
 * A compiled chart over its data set `rows` as SVG text; `name` is for messages and keeps its ids apart from those
 * of other charts on a page. Throws for whatever Vega logs as an error or a warning, because it would draw an empty
 * chart instead of failing.
 */
export async function drawCompiled(name: string, spec: vega.Spec, rows: readonly Row[]): Promise<string> {
  const problems: string[] = [];
  const view = new vega.View(vega.parse(spec, undefined, { ast: true }), {
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
    if (faults.length > 0) throw new Error(`chart ${name}: Vega says: ${faults.join('; ')}`);
    return tidySvg(svg, name);
  } finally {
    view.finalize();
  }
}

/** A chart over its data set `rows` as SVG text; throws as `compileChart` and `drawCompiled` do. */
export const drawChart = async (name: string, chart: TopLevelSpec, rows: readonly Row[]): Promise<string> =>
  drawCompiled(name, compileChart(name, chart), rows);

/** A plot of a page for taking the table apart as SVG text, with what the page fills in; throws as `drawChart` does. */
export const drawPlot = async (id: string, words: Words, rows: readonly Row[]): Promise<string> =>
  drawCompiled(id, filled(compileChart(`plot ${id}`, plots[id]!), words), rows);

/** A figure drawn as SVG text; `name` as for `drawChart`, which also says what throws. */
export const drawFigure = (
  figure: Figure,
  drawing: Drawing,
  rows: readonly Row[],
  name = figure.id,
): Promise<string> => drawChart(`${name}-${drawing}`, figure.spec(drawing), rows);
