import { h } from 'preact';
import { columnMeanings } from './column-meanings.ts';
import type { Ask } from '../slice/ask.ts';
import { fields } from '../slice/fields.ts';
import { queryOf, textsOf } from '../slice/parameters.ts';
import { wholeTable, type Slice } from '../slice/slice.ts';
import { answerOf, type Answer } from './answer.ts';
import { Explorer } from './explorer.tsx';
import { histogramPlot } from './histogram-plot.ts';
import { defaultOptions } from './options.ts';
import type { Plot } from './plot.ts';
import { plotHeights } from './plot-frame.tsx';
import { scatterPlot } from './scatter-plot.ts';
import type { Shared } from './shared.ts';
import { rowsAtFirst } from './use-virtual-rows.ts';

/** The answer that the page opens with, over all models. */
export async function firstAnswer(ask: Ask): Promise<Answer> {
  const answer = await answerOf(ask, wholeTable, defaultOptions);
  return { ...answer, rows: answer.rows.slice(0, rowsAtFirst) };
}

/** The plots that the page opens with, by their places, with their heights in pixels. */
export function firstPlots({ frame, kept, options }: Answer): [place: string, plot: Plot, height: number][] {
  return [
    ['plot1', scatterPlot(frame, options.plot1), plotHeights.scatter],
    ['plot2', scatterPlot(frame, options.plot2), plotHeights.scatter],
    ...options.histograms.map((choice, index): [string, Plot, number] => [
      `histogram${index + 1}`,
      histogramPlot(frame, kept, choice),
      plotHeights.histogram,
    ]),
  ];
}

const later = (): Promise<never> => Promise.reject(new Error('A first view asks nothing.'));

/** The explorer as it opens, over all models. `stills` are its plots as markup, by their places. */
export function firstView(
  answer: Answer,
  addresses: Pick<Shared, 'plots' | 'finder'>,
  until: string,
  stills: Readonly<Record<string, string>>,
) {
  const bench: Shared['bench'] = {
    answer,
    options: answer.options,
    failure: undefined,
    problems: [],
    slice: () => answer.slice,
    linkTo: (slice) => `?${queryOf(textsOf<Slice>(fields, slice))}`,
    answered: later,
    card: later,
    choose: () => undefined,
    goTo: () => undefined,
    move: () => undefined,
    waysOut: later,
    rowsWith: later,
    preview: () => undefined,
    endPreview: () => undefined,
    fail: () => undefined,
    onChange: () => () => false,
    onPreview: () => () => false,
  };
  return h(Explorer, {
    bench,
    ...addresses,
    until,
    meaningOf: (column) => columnMeanings[column] ?? '',
    stillOf: (place) => stills[place] ?? '',
  });
}
