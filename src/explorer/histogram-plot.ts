import type { AxisChoice } from './axes.ts';
import { cut, histogram } from './bins.ts';
import type { Frame } from './frame.ts';
import type { Mask } from './kept.ts';
import type { Change, Plot } from './plot.ts';
import { count } from './words.ts';

const binCount = 40;

/** Writes an end of a bin: three digits tell bins apart. */
const writerOf = ({ axis }: AxisChoice) =>
  axis.kind === 'days'
    ? (value: number) => new Date(value).toISOString().slice(0, 10)
    : (value: number) => value.toLocaleString('en', { maximumSignificantDigits: 3 });

/** How the models spread over one column. */
export function histogramPlot(frame: Frame, kept: Mask, choice: AxisChoice): Plot {
  const cuts = cut(frame.values[choice.axis.column]!, choice.scale, binCount);
  const all = histogram(cuts);
  const inSlice = histogram(cuts, kept);
  const { edges } = cuts;
  return {
    id: `histogram-${choice.scale}`,
    x: choice,
    y: null,
    ends: { x: [edges[0]!, edges[binCount]!], y: null },
    rows: Array.from(all, (number, bin) => ({
      x: edges[bin]!,
      x2: edges[bin + 1]!,
      all: number,
      kept: inSlice[bin]!,
    })),
    tell(x, mask) {
      const bin = edges.findIndex((edge, index) => index < binCount && x >= edge && x <= edges[index + 1]!);
      if (bin < 0) return null;
      const write = writerOf(choice);
      const [from, to] = [write(edges[bin]!), write(edges[bin + 1]!)];
      return [
        [choice.axis.title, `${from} to ${to}`],
        ['Models', count(all[bin]!)],
        ['In the slice', count(histogram(cuts, mask)[bin]!)],
      ];
    },
    follow: (mask) => Array.from(histogram(cuts, mask), (number, bin): Change => [bin, 'kept', number]),
  };
}
