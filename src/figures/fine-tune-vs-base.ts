import { fewestForEstimate, units } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import { query } from './fine-tune-vs-base/changes.ts';
import { spec } from './fine-tune-vs-base/drawing.ts';
import { everyPair } from './fine-tune-vs-base/groups.ts';
import { binWidth, drawnOf, lineOf } from './fine-tune-vs-base/rows.ts';
import { alt, takeaway } from './fine-tune-vs-base/words.ts';

const unit = units.points;

/** The average of every model whose root is in the table, against that root. */
export const fineTuneVsBase = figure({
  id: 'fine-tune-vs-base',
  question: 'Do tuned models stand above their roots on average?',
  query,
  derive: drawnOf,
  columns: [
    { name: 'layer', title: 'Layer' },
    { name: 'group', title: 'Pairs' },
    { name: 'x0', title: 'Change from', unit },
    { name: 'x1', title: 'Change to', unit },
    { name: 'mean', title: 'Mean change', unit },
    { name: 'low', title: '95 % from', unit },
    { name: 'high', title: '95 % to', unit },
    { name: 'median', title: 'Median change', unit },
    { name: 'share_up', title: 'Share that rose', unit: units.share },
    { name: 'band_low', title: 'The band ends 95 % from', unit },
    { name: 'band_high', title: 'The band ends 95 % to', unit },
    { name: 'n', title: 'Pairs or roots' },
  ],
  n: (rows) => lineOf(rows, everyPair)?.n ?? 0,
  counts: 'pairs',
  minimum: fewestForEstimate,
  takeaway,
  alt,
  notes: `Child minus root, each in its own run; a re-upload or quantised copy of the root counts as a child. In the first panel each cell is ${binWidth} points wide; the stronger the colour, the more pairs of its strip. A dot is the mean with its 95 % interval, clustered by organisation and lineage, because models of one maker or one lineage are alike; the upright tick is the median. The grey band is what a repeat does: nine in ten models that were run again at another number format, asked in the same form at the same commit, moved by no more. A mean without a line is of one root or one maker alone. Each heading groups the pairs in another way, where it is known and the group is one of those shown.`,
  spec,
});
