import type { TopLevelSpec } from 'vega-lite';
import type { Row } from '../engine/engine.ts';
import { formatEstimate } from '../statistics/format.ts';
import type { Estimate } from '../statistics/methods/estimate.ts';
import { findStatistic } from '../statistics/statistics.ts';
import { countInWords, whyNotDrawn } from './few.ts';
import type { Figure } from './figure.ts';
import { findFigure } from './figures.ts';
import { estimateRow } from './parts/estimate-rows.ts';
import { intervalDots } from './parts/interval-dots.ts';

/**
 * The charts that stand small beside a finding, by the figure that each leads to: the figure itself, or, where
 * that is too much for the place or the finding counts otherwise, some estimates of one unit, by label from top to
 * bottom.
 */
const estimatesBeside: Readonly<Record<string, Readonly<Record<string, string>> | null>> = {
  'gain-per-doubling': null,
  controls: {
    'nothing fixed': 'controls.official.raw',
    size: 'controls.official.size',
    'size and month': 'controls.official.size_month',
    'all four': 'controls.official.all',
  },
  'benchmark-trade-off': {
    IFEval: 'pairs.ifeval.by_base.mean',
    'in one format': 'pairs.same_format.ifeval.by_base.mean',
    'all six': 'pairs.average.by_base.mean',
  },
  'format-experiment': {
    Average: 'format.average.mean',
    IFEval: 'format.ifeval.mean',
    BBH: 'format.bbh.mean',
    'MATH level 5': 'format.math.mean',
    GPQA: 'format.gpqa.mean',
    MuSR: 'format.musr.mean',
    'MMLU-Pro': 'format.mmlu_pro.mean',
  },
  'co2-over-time': null,
  'co2-by-size': null,
  'moe-active-parameters': {
    'same total size': 'moe.gap.total.mean',
    'same active size': 'moe.gap.active.mean',
  },
  'size-for-score': null,
  'benchmark-correlation': null,
  survivorship: null,
};

/** What stands behind the estimates of a small chart where it is not what the figure counts. */
const countedBeside: Readonly<Record<string, string>> = { 'benchmark-trade-off': 'roots' };

/** Figures that have a small chart. */
export const smallChartIds = Object.keys(estimatesBeside);

/** What a small chart shows. */
export interface SmallAnswer {
  rows: readonly Row[];
  alt: string;
  /** How many models or runs stand behind it. */
  counted: string;
  /** Why it is not drawn; null where it is. */
  few: string | null;
}

/** A chart beside a finding. */
export interface SmallChart {
  figure: Figure;
  /** Ids of the statistics that it draws; empty where it draws the rows of its figure. */
  statistics: readonly string[];
  spec: () => TopLevelSpec;
  /** What it shows of estimates by id, or of the rows of its figure. */
  show: (estimates: Readonly<Record<string, Estimate>>, rows: readonly Row[]) => SmallAnswer;
}

/** The small chart of a figure; undefined for one that has none. */
export function findSmallChart(id: string): SmallChart | undefined {
  const beside = Object.hasOwn(estimatesBeside, id) ? estimatesBeside[id] : undefined;
  const figure = findFigure(id);
  if (beside === undefined || !figure) return undefined;
  return beside ? ofEstimates(figure, Object.entries(beside)) : ofFigure(figure);
}

const ofFigure = (figure: Figure): SmallChart => ({
  figure,
  statistics: [],
  spec: () => figure.spec('phone'),
  show: (_, rows) => {
    const few = whyNotDrawn(figure, rows);
    return {
      rows,
      alt: few ?? figure.alt(rows),
      counted: `${countInWords(figure.n(rows), figure.counts)}.`,
      few,
    };
  },
});

function ofEstimates(figure: Figure, beside: readonly (readonly [label: string, id: string])[]): SmallChart {
  const drawn = beside.map(([label, id]) => ({ label, id, definition: findStatistic(id)!.definition }));
  const { unit } = drawn[0]!.definition;
  return {
    figure,
    statistics: drawn.map(({ id }) => id),
    spec: () =>
      intervalDots('phone', {
        labels: drawn.map(({ label }) => label),
        axis: `Difference (${unit.name}), 95 % interval`,
        digits: unit.digits,
        reaches: 1,
      }),
    show: (estimates) => {
      const counts = drawn.map(({ id }) => estimates[id]!.n);
      const [least, most] = [Math.min(...counts), Math.max(...counts)];
      const from = least < most ? `${least.toLocaleString('en')} to ` : '';
      return {
        rows: drawn.map(({ label, id }) => estimateRow(label, estimates[id]!)),
        alt: drawn
          .map(({ label, id, definition }) => {
            const value = formatEstimate(estimates[id]!, definition, { interval: true });
            return `${label}: ${value}.`;
          })
          .join(' '),
        counted: `${from}${countInWords(most, countedBeside[figure.id] ?? figure.counts)}.`,
        few: null,
      };
    },
  };
}
