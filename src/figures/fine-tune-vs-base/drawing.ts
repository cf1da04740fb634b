import type { Drawing, Figure } from '../figure.ts';
import { halo } from '../parts/halo.ts';
import { only } from '../parts/layers.ts';
import { chartBase, ink, widths } from '../theme.ts';
import { heading, panels, type Panel } from './groups.ts';

/** A panel a grouping, with a strip a group. */
export function spec(drawing: Drawing): ReturnType<Figure['spec']> {
  const phone = drawing === 'phone';
  const x = (last: boolean) =>
    ({
      type: 'quantitative',
      axis: {
        title: last ? 'Change of the average (points)' : null,
        labels: last,
        tickCount: phone ? 5 : 8,
      },
    }) as const;
  const dy = phone ? 9 : 0;
  const inPanel = ({ groups }: Panel) => ({
    filter: `indexof(${JSON.stringify(groups)}, datum.group) >= 0`,
  });
  const band = { filter: "datum.layer === 'noise' && isValid(datum.high)" } as const;
  const panel = (part: Panel, index: number) => {
    const along = x(index === panels.length - 1);
    const y = {
      field: 'group',
      type: 'nominal',
      sort: part.groups,
      scale: { domain: part.groups },
      axis: phone
        ? null
        : {
            title: null,
            labelColor: ink.text,
            labelLimit: 160,
            minExtent: 140,
            labelExpr: `replace(datum.label, regexp('${heading.source}'), '')`,
          },
    } as const;
    const line = [{ filter: "datum.layer === 'line' && isValid(datum.mean)" }, inPanel(part)];
    const written = [
      { filter: "datum.layer === 'line'" },
      inPanel(part),
      {
        calculate: `${phone ? `replace(datum.group, regexp('${heading.source}'), '') + ': ' + ` : ''}(isValid(datum.share_up) ? format(100 * datum.share_up, '.0f') + '\u00a0% of ' + format(datum.n, ',') + ' up' : 'too few, ' + datum.n)`,
        as: 'label',
      },
    ];
    return {
      title: {
        text: part.heading,
        anchor: 'start',
        frame: 'group',
        color: ink.text,
        fontSize: phone ? 12 : 13,
        fontWeight: 600,
        offset: index === 0 ? 18 : 4,
      },
      width: widths[drawing] + (phone ? 50 : -120),
      height: { step: phone ? 42 : 26 },
      layer: [
        {
          transform: [band],
          mark: { type: 'rect', color: ink.muted, opacity: 0.28 },
          encoding: { x: { field: 'low', ...along }, x2: { field: 'high' } },
        },
        ...(index === 0
          ? [
              {
                transform: [band, { calculate: "'repeats ±' + format(datum.high, '.1f')", as: 'label' }],
                mark: { type: 'text', align: 'left', baseline: 'bottom', dx: 3, dy: -2, color: ink.muted },
                encoding: { x: { field: 'high', ...along }, y: { value: 0 }, text: { field: 'label' } },
              },
            ]
          : []),
        {
          // Drawn for one row and not for each.
          transform: [only('noise')],
          mark: { type: 'rule', color: ink.muted },
          encoding: { x: { datum: 0, type: 'quantitative' } },
        },
        // The spread of single pairs is drawn once: of every grouping it would be most of the page's weight.
        ...(index === 0
          ? [
              {
                transform: [only('cell'), inPanel(part)],
                mark: { type: 'rect', color: ink.density, height: 12, yOffset: dy },
                encoding: {
                  y,
                  x: { field: 'x0', ...along },
                  x2: { field: 'x1' },
                  opacity: {
                    field: 'density',
                    type: 'quantitative',
                    scale: { range: [0.06, 0.6], domain: [0, 1] },
                  },
                  tooltip: [
                    { field: 'group', title: 'Pairs' },
                    { field: 'x0', title: 'Change from', format: '.0f' },
                    { field: 'x1', title: 'to', format: '.0f' },
                    { field: 'n', title: 'In this cell', format: ',' },
                  ],
                },
              },
            ]
          : []),
        {
          transform: line,
          mark: { type: 'rule', strokeWidth: 1.5, color: ink.text, yOffset: dy },
          encoding: { y, x: { field: 'low', ...along }, x2: { field: 'high' } },
        },
        {
          transform: line,
          mark: { type: 'tick', thickness: 2, size: 16, color: ink.text, yOffset: dy },
          encoding: { y, x: { field: 'median', ...along } },
        },
        {
          transform: line,
          mark: { type: 'point', filled: true, size: 55, opacity: 1, color: ink.text, yOffset: dy },
          encoding: {
            y,
            x: { field: 'mean', ...along },
            tooltip: [
              { field: 'group', title: 'Pairs' },
              { field: 'mean', title: 'Mean change', format: '.1f' },
              { field: 'low', title: '95 % from', format: '.1f' },
              { field: 'high', title: '95 % to', format: '.1f' },
              { field: 'median', title: 'Median change', format: '.1f' },
              { field: 'share_up', title: 'Share that rose', format: '.0%' },
              { field: 'n', title: 'n', format: ',' },
            ],
          },
        },
        // On the phone the labels cross the zero line, so they stand on a ground of paper.
        ...(phone ? halo : [{}]).map((ground) => ({
          transform: written,
          mark: phone
            ? { type: 'text' as const, align: 'left' as const, dy: -10, ...ground }
            : { type: 'text' as const, align: 'left' as const, dx: 8, color: ink.muted },
          encoding: { y, x: { value: phone ? 0 : widths.desktop - 120 }, text: { field: 'label' } },
        })),
      ],
    };
  };
  return {
    ...chartBase(drawing),
    spacing: phone ? 12 : 8,
    resolve: { scale: { x: 'shared' } },
    vconcat: panels.map(panel),
  } as ReturnType<Figure['spec']>;
}
