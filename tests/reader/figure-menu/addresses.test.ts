import { expect, test } from 'vitest';
import { figures } from '../../../src/figures/figures.ts';
import { parseOptions } from '../../../src/explorer/options.ts';
import {
  embedCode,
  explorerAddress,
  sqlAddress,
  withSlice,
} from '../../../src/reader/figure-menu/addresses.ts';
import { queryInAddress } from '../../../src/reader/sql-address.ts';
import { parseSlice, wholeTable } from '../../../src/slice/slice.ts';

const chat = parseSlice(new URLSearchParams('size=-9&type=chat')).slice;
const site = 'https://a.b/repo';

test('an address gets the slice, keeps its part and loses any other query', () => {
  const address = `${site}/carbon/?size=40-&plot1=x#figure-y`;
  expect(withSlice(address, chat)).toBe(`${site}/carbon/?size=-9&type=chat#figure-y`);
  expect(withSlice(address, wholeTable)).toBe(`${site}/carbon/#figure-y`);
});

test('the plot that a figure names is one of the explorer', () => {
  const named = figures.flatMap(({ explore }) => explore ?? []);
  expect(named.length).toBeGreaterThan(3);
  for (const { x, y, colour } of named) {
    const address = explorerAddress(`${site}/explorer/`, chat, [x, y, colour].join('.'));
    const query = new URL(address).searchParams;
    const { options, problems } = parseOptions(query);
    expect(problems).toEqual([]);
    expect([options.plot1.x.axis.column, options.plot1.y.axis.column, options.plot1.colouring.id]).toEqual([
      x,
      y,
      colour,
    ]);
    expect(parseSlice(query)).toEqual({ slice: chat, problems: [] });
  }
});

test('a figure that names no plot leads to the explorer with its slice', () => {
  expect(explorerAddress(`${site}/explorer/`, chat, undefined)).toBe(`${site}/explorer/?size=-9&type=chat`);
});

test('every query of a figure arrives at the SQL page whole', () => {
  for (const { sql } of figures) {
    const address = sqlAddress(`${site}/sql/`, chat, sql);
    expect(queryInAddress(address)).toBe(sql);
    expect(parseSlice(new URL(address).searchParams).slice).toEqual(chat);
  }
});

test('embed code is one frame, whatever the title says', () => {
  expect(embedCode(`${site}/figures/a/?size=-9&type=chat`, 'Which "one" <b>?', 600)).toBe(
    `<iframe src="${site}/figures/a/?size=-9&amp;type=chat" title="Which &quot;one&quot; &lt;b&gt;?" width="100%" height="600" loading="lazy" style="border:0"></iframe>`,
  );
});
