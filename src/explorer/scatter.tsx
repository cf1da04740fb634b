import { useRef } from 'preact/hooks';
import { Held } from '../reader/first-view/held.tsx';
import type { AxisChoice } from './axes.ts';
import { AxisControl } from './axis-control.tsx';
import { colourings, findColouring } from './colourings.ts';
import { holds } from './frame.ts';
import { Legend } from './legend.tsx';
import type { ScatterChoice } from './options.ts';
import { PlotFrame, plotHeights } from './plot-frame.tsx';
import { drawnOf, mostPoints, scatterPlot } from './scatter-plot.ts';
import { useShared } from './shared.ts';
import { usePanel } from './use-panel.ts';
import { count, models, publishedNote } from './words.ts';

const layout = ({ axis, scale }: AxisChoice) => `${axis.title}${scale === 'log' ? ', log axis' : ''}`;

/** One of the two scatter plots with its controls. */
export function Scatter({ option, name }: { option: 'plot1' | 'plot2'; name: string }) {
  const { bench } = useShared();
  const choice = bench.options[option];
  const { x, y, colouring } = choice;
  const change = (part: Partial<ScatterChoice>) =>
    bench.choose({ [option]: { ...bench.options[option], ...part } });
  const root = usePanel(
    (frame) => {
      const shown = bench.options[option];
      return holds(frame, [shown.x.axis, shown.y.axis]) ? scatterPlot(frame, shown) : null;
    },
    [x.axis, x.scale, y.axis, y.scale, colouring],
    {
      two: true,
      height: plotHeights.scatter,
      tips: [...new Set([x.axis.column, y.axis.column, 'parameters_b', 'average'])],
    },
  );
  const answer = bench.answer && holds(bench.answer.frame, [x.axis, y.axis]) ? bench.answer : undefined;
  const drawn = useRef({ frame: answer?.frame, key: '', count: 0 });
  const key = `${x.axis.column} ${x.scale} ${y.axis.column} ${y.scale}`;
  if (answer && (drawn.current.frame !== answer.frame || drawn.current.key !== key))
    drawn.current = { frame: answer.frame, key, count: drawnOf(answer.frame, choice).length };
  const missing = answer ? answer.frame.length - drawn.current.count : 0;
  const dense = (answer?.frame.length ?? 0) > mostPoints;
  const by = dense || colouring.id === 'none' ? '' : ` by ${colouring.label.toLowerCase()}`;
  const label = answer
    ? `Scatter plot of ${count(drawn.current.count)} models: ${layout(y)}, against ${layout(x)}. ${count(answer.count)} models are in the slice and coloured${by}, the others grey. The table below has the slice’s numbers.`
    : 'Scatter plot, waiting for the table.';
  return (
    <section class="plot" aria-label={name}>
      <div class="plot-controls">
        <AxisControl name="Up" choice={y} change={(axis) => change({ y: axis })} />
        <AxisControl name="Across" choice={x} change={(axis) => change({ x: axis })} />
        <label>
          <span>Colour</span>
          <select
            value={colouring.id}
            onChange={(event) => change({ colouring: findColouring(event.currentTarget.value)! })}
          >
            {colourings.map((each) => (
              <option key={each.id} value={each.id}>
                {each.label}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Legend colouring={dense ? findColouring('none')! : colouring} />
      <PlotFrame kind="scatter" root={root} label={label} place={option} />
      {answer ? (
        <p class="plot-note first-view">
          {missing > 0 &&
            `${models(missing)} not drawn, without a value of both columns${x.scale === 'log' || y.scale === 'log' ? ' or, on a log axis, with none above zero' : ''}. `}
          {dense && 'Too many models for points: cells count them. '}
          {publishedNote([x.axis, y.axis])}
        </p>
      ) : (
        <Held as="p" class="plot-note first-view" />
      )}
    </section>
  );
}
