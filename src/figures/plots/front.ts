import type { TopLevelSpec } from 'vega-lite';
import { chartConfig, ink, widths } from '../theme.ts';
import { signed, warningTip, withWarning } from '../parts/cautioned.ts';
import { halo } from '../parts/halo.ts';
import { axisTitle, plotRows } from './axis.ts';
import { besidePoint } from './beside-point.ts';
import { comparedMarks } from './compared.ts';

/**
 * A Pareto front over the density of all models: `rows` holds `layer` (cell, recorded, front or marked), `x`, `x2`,
 * `y`, `y2`, `n`, `model`, `caution`, where a name stands beside the point, `name` and, for a marked model, `mark`, the letter of its
 * mark. The cost is on a log axis.
 */
export function plotFront(drawing: 'desktop' | 'phone'): TopLevelSpec {
  const phone = drawing === 'phone';
  const x = {
    field: 'x',
    type: 'quantitative',
    scale: { type: 'log', base: 2, nice: false },
    axis: {
      title: axisTitle.x,
      grid: false,
      values: phone ? [0.01, 0.1, 1, 10, 100] : [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100],
      format: '~r',
    },
  } as const;
  const y = { field: 'y', type: 'quantitative', axis: { title: axisTitle.y, tickCount: 6 } } as const;
  const only = (layer: string) => [{ filter: `datum.layer === '${layer}'` }];
  const withName = (layer: string) => [
    { filter: `datum.layer === '${layer}' && isValid(datum.name)` },
    signed('name'),
  ];
  const label = besidePoint('name', phone ? 130 : 220);
  const tooltip = [
    { field: 'model', title: 'Model' },
    { field: 'y', title: axisTitle.y, format: '.1f' },
    { field: 'x', title: axisTitle.x, format: '.3~r' },
    warningTip,
  ];
  const letters = comparedMarks.map(({ letter }) => letter);
  const byMark = (range: readonly string[]) => ({
    field: 'mark',
    type: 'nominal' as const,
    scale: { domain: letters, range: [...range] },
  });
  const named = (layer: string, fontWeight: 400 | 600) =>
    halo.map((ground) => ({
      transform: withName(layer),
      mark: { type: 'text' as const, ...label, fontWeight, ...ground },
      encoding: { x, y, text: { field: 'name' } },
    }));
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    data: plotRows,
    config: chartConfig(drawing),
    width: phone ? widths.phone : 640,
    height: phone ? 260 : 360,
    layer: [
      {
        transform: only('cell'),
        mark: { type: 'rect', color: ink.density },
        encoding: {
          x,
          x2: { field: 'x2' },
          y,
          y2: { field: 'y2' },
          opacity: { field: 'n', type: 'quantitative', scale: { type: 'log', range: [0.1, 0.8] } },
        },
      },
      {
        transform: only('recorded'),
        mark: {
          type: 'line',
          interpolate: 'step-after',
          color: ink.muted,
          strokeWidth: 1.5,
          strokeDash: [4, 3],
        },
        encoding: { x, y },
      },
      {
        transform: only('front'),
        mark: { type: 'line', interpolate: 'step-after', color: ink.text, strokeWidth: 1.5 },
        encoding: { x, y },
      },
      {
        transform: [...only('front'), withWarning],
        mark: { type: 'point', filled: true, size: 55, opacity: 1, color: ink.text },
        encoding: { x, y, tooltip },
      },
      {
        transform: [...only('marked'), withWarning],
        mark: { type: 'point', filled: true, size: 90, opacity: 1, stroke: ink.paper },
        encoding: {
          x,
          y,
          fill: byMark(comparedMarks.map(({ colour }) => colour)),
          shape: byMark(comparedMarks.map(({ shape }) => shape)),
          tooltip,
        },
      },
      ...(phone ? [] : named('front', 400)),
      ...named('marked', 600),
    ],
  };
}
