import type { TopLevelSpec } from 'vega-lite';
import { formatNumber } from '../statistics/format.ts';
import { documentation, documentedProviders, documents } from '../statistics/named/documentation.ts';
import { fewestForEstimate, units } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { drawnEstimate, type DrawnEstimate } from './parts/estimate-rows.ts';
import { chartBase, colourByProvider, ink, widths } from './theme.ts';

/** A chart without its data, as it stands alone or in a panel. */
type Chart = Omit<Extract<TopLevelSpec, { layer: unknown }>, 'data'>;

const unit = units.share;
type Provider = (typeof documentedProviders)[number]['id'];
type Drawn = { item: string; provider: Provider } & DrawnEstimate & { of: string };

/** The share of one provider's models whose entry has the item; null where too few models carry it. */
const find = (rows: readonly Drawn[], item: string, provider: Provider) =>
  rows.find((row) => row.item === item && row.provider === provider)?.value ?? null;
const write = (value: number | null) => (value === null ? 'too few' : formatNumber(value, unit));
const label = (id: string) => documents.find((document) => document.id === id)!.label;

/** What the entries of official and of community models tell about them. */
export const documentationFigure = figure({
  id: 'documentation',
  question: 'What does the table know of a model?',
  query: documentation.query,
  derive(rows): Drawn[] {
    const estimates = documentation.derive(rows);
    return documents.flatMap(({ id, label: item, of }) =>
      documentedProviders.map((provider) => ({
        item,
        provider: provider.id,
        ...drawnEstimate(estimates[`documented.${id}.${provider.id}`]),
        of,
      })),
    );
  },
  columns: [
    { name: 'item', title: 'What the entry has' },
    { name: 'provider', title: 'Provider' },
    { name: 'value', title: 'Share', unit },
    { name: 'low', title: '95 % from', unit },
    { name: 'high', title: '95 % to', unit },
    { name: 'n', title: 'Of models' },
    { name: 'of', title: 'Which' },
  ],
  n: (rows) => rows.filter(({ item }) => item === documents[0].label).reduce((sum, row) => sum + row.n, 0),
  counts: 'models',
  minimum: fewestForEstimate,
  takeaway(rows) {
    const pair = (id: string) =>
      [find(rows, label(id), 'official'), find(rows, label(id), 'community')] as const;
    const [all, onHub] = [pair('license'), pair('license_on_hub')];
    if ([...all, ...onHub].includes(null))
      return `Too few models of one of the providers; it takes ${fewestForEstimate} on the Hub of each.`;
    return `A licence is known of ${write(all[0])} of official and ${write(all[1])} of community models; among those still on the Hub, of ${write(onHub[0])} and ${write(onHub[1])}.`;
  },
  alt: (rows) =>
    `Shares of official and of community models whose entry has a fact, with 95 % intervals. ${documents
      .map(
        ({ label: item }) =>
          `With ${item}: official ${write(find(rows, item, 'official'))}, community ${write(find(rows, item, 'community'))}.`,
      )
      .join(' ')}`,
  notes:
    'Dots are shares, lines their 95 % intervals. Official is the leaderboard’s curated list. The base counts among models that are not pretrained, the third row among those still on the Hub. A chat template in use is a choice of the submitter rather than a fact that is missing.',
  spec(drawing) {
    const phone = drawing === 'phone';
    const items = documents.map(({ label: item }) => item);
    const names = documentedProviders.map(({ id }) => id);
    const provider = {
      field: 'provider',
      type: 'nominal' as const,
      sort: [...names],
      scale: { domain: [...names] },
    };
    // On a phone the items stand above their dots, as titles of panels.
    const place = phone
      ? { y: { ...provider, axis: null } }
      : {
          y: {
            field: 'item',
            type: 'nominal' as const,
            sort: items,
            scale: { domain: items },
            axis: { title: null, labelColor: ink.text, labelLimit: 220 },
          },
          yOffset: provider,
        };
    const frame = chartBase(drawing);
    const chart: Chart = {
      width: widths[drawing] - (phone ? -40 : 100),
      height: phone ? { step: 22 } : { step: 20, for: 'offset' },
      layer: [
        {
          transform: [{ filter: 'isValid(datum.low)' }],
          mark: { type: 'rule', strokeWidth: 2.5, opacity: 0.6 },
          encoding: {
            ...place,
            color: colourByProvider,
            x: { field: 'low', type: 'quantitative' },
            x2: { field: 'high' },
          },
        },
        {
          transform: [{ filter: 'isValid(datum.value)' }],
          mark: { type: 'point', filled: true, size: 62, opacity: 1 },
          encoding: {
            ...place,
            color: colourByProvider,
            x: {
              field: 'value',
              type: 'quantitative',
              scale: { domain: [0, 1] },
              axis: {
                title: 'Share of models',
                values: [0, 0.25, 0.5, 0.75, 1],
                labelExpr: "format(100 * datum.value, '.0f') + ' %'",
              },
            },
            tooltip: [
              { field: 'item', title: 'With' },
              { field: 'provider', title: 'Provider' },
              { field: 'value', title: 'Share', format: '.1%' },
              { field: 'low', title: '95 % from', format: '.1%' },
              { field: 'high', title: '95 % to', format: '.1%' },
              { field: 'n', title: 'Of models', format: ',' },
            ],
          },
        },
        ...documentedProviders.map(({ id }) => ({
          transform: [
            { filter: `datum.provider === '${id}'` },
            {
              calculate: `isValid(datum.value) ? format(100 * datum.value, '.0f') + ' %' + (datum.item === '${items[0]}' ? ' ${id}' : '') : '${id}: too few'`,
              as: 'written',
            },
            // Beyond the middle there is more room on the left of a dot.
            {
              calculate: 'isValid(datum.value) ? (datum.value > 0.5 ? datum.low : datum.high) : 0',
              as: 'end',
            },
          ],
          mark: {
            type: 'text' as const,
            align: { expr: "isValid(datum.value) && datum.value > 0.5 ? 'right' : 'left'" },
            dx: { expr: 'isValid(datum.value) && datum.value > 0.5 ? -8 : 8' },
            color: ink[`${id}Label`],
          },
          encoding: {
            ...place,
            x: { field: 'end', type: 'quantitative' as const },
            text: { field: 'written' },
          },
        })),
      ],
    };
    return phone
      ? {
          ...frame,
          facet: {
            row: {
              field: 'item',
              type: 'nominal',
              sort: items,
              header: { labelOrient: 'top', labelAnchor: 'start', title: null, labelPadding: 2 },
            },
          },
          spacing: 8,
          spec: chart,
        }
      : { ...frame, ...chart };
  },
});
