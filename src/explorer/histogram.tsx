import { AxisControl } from './axis-control.tsx';
import type { AxisChoice } from './axes.ts';
import { holds } from './frame.ts';
import { histogramPlot } from './histogram-plot.ts';
import { PlotFrame, plotHeights } from './plot-frame.tsx';
import { useShared } from './shared.ts';
import { usePanel } from './use-panel.ts';
import { count } from './words.ts';

/** One of the histograms with its control. */
export function Histogram({ index }: { index: number }) {
  const { bench } = useShared();
  const choice = bench.options.histograms[index]!;
  const { axis, scale } = choice;
  const change = (changed: AxisChoice) =>
    bench.choose({ histograms: bench.options.histograms.with(index, changed) });
  const root = usePanel(
    (frame, kept) => {
      const shown = bench.options.histograms[index]!;
      return holds(frame, [shown.axis]) ? histogramPlot(frame, kept, shown) : null;
    },
    [axis, scale],
    { two: false, height: plotHeights.histogram, tips: [] },
  );
  const answer = bench.answer && holds(bench.answer.frame, [axis]) ? bench.answer : undefined;
  const label = answer
    ? `Histogram of ${axis.title}${scale === 'log' ? ', log axis' : ''}: ${count(answer.frame.length)} models in grey, the ${count(answer.count)} of the slice in colour.`
    : 'Histogram, waiting for the table.';
  return (
    <section class="plot" aria-label={`Histogram ${index + 1}`}>
      <div class="plot-controls">
        <AxisControl name={`Histogram ${index + 1}`} shown={false} choice={choice} change={change} />
      </div>
      <p class="plot-name">{axis.title}</p>
      <PlotFrame kind="histogram" root={root} label={label} place={`histogram${index + 1}`} />
    </section>
  );
}
