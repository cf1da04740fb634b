import * as vega from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import type { Plot, Points } from '../explorer/plot.ts';
import { endSignals } from '../explorer/scatter-plot.ts';
import { plots } from '../figures/plots.ts';
import { filled } from '../reader/chart/filled.ts';
import { markupOf } from './markup.ts';
import { measureLikeTheBrowser } from './metrics.ts';
import { compileChart } from './svg.ts';

measureLikeTheBrowser();

/** Widths at which Vega lays out the axes: about those that the plots have on a wide page. */
const widths = { scatter: 480, histogram: 260 } as const;

/** Units across the points of a plot, whatever its width: about half a pixel. */
const unitsAcross = 1000;

/** What Vega knows of a thing that it drew; texts and marks have some of these each. */
interface Item {
  x: number;
  y: number;
  width: number;
  height: number;
  text: string;
  fill: string;
  stroke: string;
  opacity: number;
  fontSize: number;
  orient?: 'left' | 'bottom';
  items?: Mark[];
}
interface Mark {
  marktype: string;
  role: string;
  items: Item[];
}

const itemsOf = ({ items = [] }: { items?: readonly Mark[] }, role: string): Item[] =>
  items.filter((mark) => mark.role === role).flatMap((mark) => mark.items);

const rounded = (value: number) => Math.round(value * 100) / 100;

/** The points of each colour as one path, a dot of no length each; of dots in one place the last is seen. */
function pathsOf(
  { x, y, codes, colours }: Points,
  across: (value: number) => number,
  up: (value: number) => number,
) {
  const dots = new Map<string, { at: [number, number]; code: number }>();
  codes.forEach((code, index) => {
    const at: [number, number] = [Math.round(across(x[index]!)), Math.round(up(y[index]!))];
    dots.set(at.join(), { at, code });
  });
  const inOrder = [...dots.values()].sort(({ at: [a, b] }, { at: [c, d] }) => a - c || b - d);
  return colours.flatMap((colour, code) => {
    const own = inOrder.filter((dot) => dot.code === code).map(({ at }) => at);
    const moves = own.map(([atX, atY], index) => {
      const [lastX, lastY] = own[index - 1] ?? [0, 0];
      return `m${atX - lastX} ${atY - lastY}h0`.replace(' -', '-');
    });
    return moves.length === 0 ? [] : [{ colour, d: moves.join('') }];
  });
}

/** The texts of an axis, each where `place` says. */
const texts = (items: readonly Item[], place: (item: Item) => object) =>
  items
    .filter(({ opacity }) => opacity !== 0)
    .map((item) => (
      <text key={item.text} fill={item.fill} {...place(item)}>
        {item.text}
      </text>
    ));

/**
 * A plot of the explorer over all models as markup that fits any width: Vega lays out its axes, and what lies between
 * them is placed by shares of the width. Every model counts as kept. `height` is in pixels.
 */
export async function drawStill(plot: Plot, height: number): Promise<string> {
  const words = { '{x}': plot.x.axis.title, '{y}': plot.y?.axis.title ?? '' };
  const spec = filled(compileChart(`plot ${plot.id}`, plots[plot.id]!), words);
  const ends = endSignals(plot.ends);
  const signals = (spec.signals ?? []).map((signal) =>
    Object.hasOwn(ends, signal.name) ? { ...signal, value: ends[signal.name] } : signal,
  ) as vega.Signal[];
  const width = plot.y ? widths.scatter : widths.histogram;
  const view = new vega.View(vega.parse({ ...spec, signals, width, height }, undefined, { ast: true }), {
    renderer: 'none',
    expr: expressionInterpreter,
  });
  try {
    // The coloured points cover the grey ones.
    await view.data('rows', plot.points ? [] : plot.rows.map((row) => ({ ...row }))).runAsync();
    const { root } = view.scenegraph() as unknown as { root: Mark };
    const frame = root.items[0]!;
    const axes = itemsOf(frame, 'axis');
    const of = (orient: Item['orient'], role: string) =>
      axes.filter((axis) => axis.orient === orient).flatMap((axis) => itemsOf(axis, role));
    const padding = view.padding() as { left: number; top: number };
    const [originX, originY] = view.origin() as [number, number];
    const [left, top] = [padding.left + originX, padding.top + originY];
    const [across, down] = [Number(view.signal('width')), Number(view.signal('height'))];
    const share = (pixels: number) => `${rounded((100 * pixels) / across)}%`;
    const x = view.scale('x') as (value: number) => number;
    const y = plot.y && (view.scale('y') as (value: number) => number);
    const bars = frame.items!.filter(({ marktype }) => marktype === 'rect').flatMap(({ items }) => items);
    // Vega sets texts by their middle or their top; these are its own distances to the base line.
    const [fromMiddle, fromTop, fromBottom] = [4, 9, -3];
    return markupOf(
      <div class="plot-still" aria-hidden="true">
        <svg width={left} height={height}>
          {texts(of('left', 'axis-label'), ({ x: at, y: middle }) => ({
            x: rounded(left + at),
            y: rounded(top + middle + fromMiddle),
            'text-anchor': 'end',
          }))}
          {texts(of('left', 'axis-title'), ({ x: at, y: middle }) => ({
            transform: `translate(${rounded(left + at)} ${rounded(top + middle)}) rotate(-90)`,
            y: fromBottom,
            'text-anchor': 'middle',
          }))}
        </svg>
        <svg class="plot-still-area" height={height}>
          <rect class="plot-still-pad" y={top} width="100%" height={down} />
          <g transform="translate(.5 .5)">
            {of('left', 'axis-grid').map((line) => (
              <line
                key={line.y}
                x2="100%"
                y1={rounded(top + line.y)}
                y2={rounded(top + line.y)}
                stroke={line.stroke}
              />
            ))}
            {of('bottom', 'axis-grid').map((line) => (
              <line
                key={line.x}
                x1={share(line.x)}
                x2={share(line.x)}
                y1={top}
                y2={top + down}
                stroke={line.stroke}
              />
            ))}
          </g>
          {bars
            .filter((bar) => bar.height > 0)
            .map((bar) => (
              <rect
                key={`${bar.fill} ${bar.x}`}
                x={share(bar.x)}
                y={rounded(top + bar.y)}
                width={share(bar.width)}
                height={rounded(bar.height)}
                fill={bar.fill}
                opacity={bar.opacity}
              />
            ))}
          {plot.points && y && (
            <svg y={top} height={down} viewBox={`0 0 ${unitsAcross} ${down}`} preserveAspectRatio="none">
              {pathsOf(plot.points, (value) => (unitsAcross * x(value)) / across, y).map(({ colour, d }) => (
                <path key={colour} d={d} stroke={`var(${colour})`} vector-effect="non-scaling-stroke" />
              ))}
            </svg>
          )}
          {texts(of('bottom', 'axis-label'), ({ x: at, y: under }) => ({
            x: share(at),
            y: rounded(top + down + under + fromTop),
            'text-anchor': 'middle',
          }))}
          {texts(of('bottom', 'axis-title'), ({ y: under }) => ({
            x: '50%',
            y: rounded(top + down + under + fromTop),
            'text-anchor': 'middle',
          }))}
        </svg>
      </div>,
    );
  } finally {
    view.finalize();
  }
}
