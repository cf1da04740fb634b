import * as vega from 'vega';
import { describe, expect, test } from 'vitest';
import { moeActiveParameters } from '../../src/figures/moe-active-parameters.ts';
import { compileFigure } from '../../src/rendering/svg.ts';
import { estimatesOf, facts, rowsOf } from '../report.ts';
import { drawnRows, editions } from './draw.ts';
import { layer } from './layer.ts';

interface Bounds {
  x1: number;
  x2: number;
  y1: number;
  y2: number;
}
type Box = Bounds & { text: string };

test.each(editions)(
  'every model stands beside dense ones of its size and age, on $preparation',
  async ({ query }) => {
    const rows = await drawnRows(moeActiveParameters, query);
    for (const [size, column] of [
      ['total', 'parameters_b'],
      ['active', 'active_parameters_b'],
    ] as const) {
      const own = await rowsOf(
        query,
        `WITH own AS (SELECT *, ${column} AS size FROM models WHERE moe AND ${column} > 0 AND parameters_b > 0),
         beside AS (SELECT own.model, own.average - quantile_cont(dense.average, .5) AS gap, own.size,
           CAST(count(*) AS INTEGER) AS n,
           count(*) FILTER (dense.parameters_b <= own.size + 1e-9) AS below,
           count(*) FILTER (dense.parameters_b >= own.size - 1e-9) AS above
         FROM own JOIN models dense ON NOT dense.moe AND dense.parameters_b > 0
           AND dense.parameters_b BETWEEN own.size / 1.25 - 1e-9 AND own.size * 1.25 + 1e-9
           AND abs(date_diff('day', own.upload_date, dense.upload_date)) <= 183
         GROUP BY own.model, own.average, own.size, own.row)
       SELECT model, gap, size, n FROM beside WHERE n >= 10 AND least(below, above) >= 3 ORDER BY model, gap`,
      );
      const drawn = layer(rows, 'moe')
        .filter((row) => row.size === size)
        .toSorted((a, b) => (String(a.name) < String(b.name) ? -1 : 1));
      expect(drawn.map(({ name, n }) => [name, n])).toEqual(
        own
          .toSorted((a, b) => (String(a.model) < String(b.model) ? -1 : 1))
          .map(({ model, n }) => [model, n]),
      );
      for (const { model, gap, size: at } of own) {
        const found = drawn.find(({ name }) => name === model);
        expect(Number(found?.mid), String(model)).toBeCloseTo(Number(gap), 9);
        expect(found?.x0, String(model)).toBe(at);
      }
    }
  },
);

test('the line is the named mean, with its interval', async () => {
  const rows = layer(await drawnRows(moeActiveParameters, ''), 'summary');
  for (const size of ['total', 'active']) {
    const id = `moe.gap.${size}.mean`;
    const { value, low, high, n } = (await estimatesOf('', id))[id]!;
    expect(rows.find(({ name }) => name === size)).toMatchObject({ mid: value, low, high, n });
  }
});

test('three models of a panel are named, by their short names, and of one total size one', async () => {
  const drawn = layer(await drawnRows(moeActiveParameters, ''), 'moe');
  for (const size of ['total', 'active']) {
    const named = drawn.filter((row) => row.size === size && row.label !== null);
    expect(named).toHaveLength(3);
    for (const { name, label } of named) expect(String(name).split('/')[1]).toBe(label);
    const sizes = named.map(({ name }) =>
      Number(facts('runs').find(({ model }) => model === name)!.parameters_b).toFixed(1),
    );
    expect(new Set(sizes).size).toBe(3);
  }
});

/** Boxes of the marks of a type in a drawing, as Vega lays them out, in pixels of the whole drawing. */
function boxes(item: vega.SceneItem | vega.SceneGroup, type: string, x = 0, y = 0): Box[] {
  const own = item as vega.SceneGroup & { bounds: Bounds };
  const [left, top] = [x + (own.x ?? 0), y + (own.y ?? 0)];
  return (own.items ?? []).flatMap((mark) =>
    (
      mark as unknown as { marktype: string; items: (vega.SceneGroup & { bounds: Bounds; text?: string })[] }
    ).items.flatMap((each) =>
      (mark as unknown as { marktype: string }).marktype === type
        ? [
            {
              text: String(each.text ?? ''),
              x1: left + each.bounds.x1,
              x2: left + each.bounds.x2,
              y1: top + each.bounds.y1,
              y2: top + each.bounds.y2,
            },
          ]
        : boxes(each, type, left, top),
    ),
  );
}

test.each(['desktop', 'phone'] as const)(
  'on the %s drawing no name covers a dot or another name',
  async (drawing) => {
    const rows = await drawnRows(moeActiveParameters, '');
    const view = new vega.View(vega.parse(compileFigure(moeActiveParameters, drawing)), { renderer: 'none' });
    await view
      .data(
        'rows',
        rows.map((row) => ({ ...row })),
      )
      .runAsync();
    const root = (view.scenegraph() as unknown as { root: { items: vega.SceneGroup[] } }).root.items[0]!;
    const labels = new Set(
      layer(rows, 'moe').flatMap(({ label }) => (label === null ? [] : [String(label)])),
    );
    // Each name is drawn twice, ground and text; the box of the text is the smaller.
    const names = boxes(root, 'text').filter(({ text }) => labels.has(text.replace(' †', '')));
    expect(new Set(names.map(({ text }) => text)).size).toBe(labels.size);
    const dots = boxes(root, 'symbol');
    expect(dots.length).toBeGreaterThan(100);
    for (const name of names) {
      const inside = dots.filter((dot) => {
        const [x, y] = [(dot.x1 + dot.x2) / 2, (dot.y1 + dot.y2) / 2];
        return x > name.x1 && x < name.x2 && y > name.y1 && y < name.y2;
      });
      expect(inside, name.text).toEqual([]);
      for (const other of names.filter(({ text }) => text !== name.text))
        expect(other.x1 < name.x2 && name.x1 < other.x2 && other.y1 < name.y2 && name.y1 < other.y2).toBe(
          false,
        );
    }
    view.finalize();
  },
);

test('the takeaway has the named comparisons and the number of unknown sizes', async () => {
  const rows = await drawnRows(moeActiveParameters, '');
  const { low, high, value } = (await estimatesOf('', 'moe.gap.total.mean'))['moe.gap.total.mean']!;
  const text = moeActiveParameters.takeaway(rows).replaceAll('−', '-');
  for (const number of [low, value, high]) expect(text).toContain(number!.toFixed(1));
  const unknown = facts('moe').filter(
    ({ moe, active_parameters_b: active }) => moe === 'true' && active === '',
  );
  expect(text).toContain(`the active size of ${unknown.length} MoE models is unknown`);
});

describe('the takeaway, by hand', () => {
  const gap = (name: string, low: number, high: number, n = 20) => ({
    layer: 'summary',
    name,
    low,
    mid: (low + high) / 2,
    high,
    n,
  });
  const saying =
    (n: number) =>
    (...rows: object[]) =>
      moeActiveParameters.takeaway([...rows, { layer: 'summary', name: 'unknown', n }] as never);
  const say = saying(4);

  test.each([
    [
      gap('total', -3, -1),
      gap('active', 1, 3),
      /below dense models of their total.*above those of their active/,
    ],
    [gap('total', -3, 1), gap('active', -1, 3), /not clearly apart from dense.*not clearly apart from those/],
    [gap('total', -3, -1), gap('active', 1, 3, 9), /^By total size.*−2\.0.*by active size too few/],
    [gap('total', -3, -1, 9), gap('active', 1, 3), /^By active size.*2\.0.*by total size too few/],
    [gap('total', -3, -1, 9), gap('active', 1, 3, 9), /^Too few MoE models/],
  ])('%#', (total, active, expected) => {
    expect(say(total, active)).toMatch(expected);
    expect(say(total, active)).toMatch(/4 MoE models/);
  });

  test('says nothing of unknown active sizes where there are none', () => {
    expect(saying(0)(gap('total', -3, -1, 9), gap('active', 1, 3, 9))).toBe(
      'Too few MoE models have dense ones beside them to tell.',
    );
  });
});
