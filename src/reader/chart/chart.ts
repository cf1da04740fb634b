import type { Spec, View } from 'vega';
import type { Row } from '../../engine/engine.ts';
import { loadOnce } from '../load-once.ts';
import { measureAsDrawn } from './measure.ts';
import { tooltip } from './tooltip.ts';

/** Where there is room for the desktop drawing of a chart: the breakpoint --desktop of the style sheets. */
export const desktop = () => matchMedia('(min-width: 600px)');

/** Where a wide drawing reaches across the margin: the breakpoint --broad of the style sheets. */
export const broad = () => matchMedia('(min-width: 90rem)');

/** Loads a chart that was compiled when the report was built, once; rejects with what the reader can be told. */
export const loadChart = loadOnce<Spec>;

let vega: ReturnType<typeof load> | undefined;

async function load() {
  const [embed, interpreter, all] = await Promise.all([
    import('vega-embed'),
    import('vega-interpreter'),
    import('vega'),
  ]);
  measureAsDrawn(all);
  return [embed, interpreter] as const;
}

/** Loads what draws charts; it is large, and so comes only when one is drawn. What did not come may come the next time. */
export const loadVega = () =>
  (vega ??= load().catch((error: unknown) => {
    vega = undefined;
    throw error;
  }));

/** Vega marks the objects that it is given. */
export const copies = (rows: readonly Row[]) => rows.map((row) => ({ ...row }));

/** Draws a compiled chart over its named data sets into `host` and answers the living view. */
export async function embedChart(
  host: HTMLElement,
  spec: Spec,
  sets: Readonly<Record<string, readonly Row[]>>,
  renderer: 'svg' | 'canvas' = 'svg',
): Promise<View> {
  const [{ default: vegaEmbed }, { expressionInterpreter }] = await loadVega();
  const data = (spec.data ?? []).map((source) =>
    Object.hasOwn(sets, source.name) ? { name: source.name, values: copies(sets[source.name]!) } : source,
  );
  const { view } = await vegaEmbed(
    host,
    { ...spec, data },
    {
      mode: 'vega',
      renderer,
      actions: false,
      // Under a slice a layer may be empty; that is no fault to report.
      logLevel: 1,
      ast: true,
      expr: expressionInterpreter,
      // The page's policy blocks injected styles; they are in its style sheet.
      defaultStyle: false,
      tooltip,
    },
  );
  // What left the chart is let go at once: by default Vega keeps ten thousand marks of each kind with their elements.
  return Object.assign(view, { cleanThreshold: 0 });
}
