// Names of models are strangers' text. Each kind of hostile name through every output: it is there as it was written,
// nothing of it is markup, code, a formula or a path, and what stands beside it is whole.
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseHtml, type HTMLElement } from 'node-html-parser';
import { h, type VNode } from 'preact';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csvFile, readCell } from '../../src/dataset/csv.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { arrowStream } from '../../src/engine/packing/arrow.ts';
import { pack } from '../../src/engine/packing/pack.ts';
import { unpack } from '../../src/engine/packing/unpack.ts';
import { tableFromIPC } from 'apache-arrow';
import { SharedContext, type Shared } from '../../src/finder/shared.ts';
import { ModelLink } from '../../src/finder/model-link.tsx';
import { nearestName } from '../../src/finder/name-search.ts';
import { spread } from '../../src/publication/profiles.ts';
import { fileNumberOf } from '../../src/finder/profile-files.ts';
import { modelKey } from '../../src/finder/model-table.ts';
import { markupOf } from '../../src/rendering/markup.ts';
import { escaped } from '../../src/rendering/standalone.ts';
import { folded, findModels, excerptOf } from '../../src/search/find.ts';
import { atomFeed } from '../../src/site/feed.ts';
import { siteMapOf } from '../../src/site/site-map.ts';
import { askSlice } from '../../src/slice/ask.ts';
import { describeSlice, formatSlice, parseSlice } from '../../src/slice/slice.ts';
import { ResultTable } from '../../src/sql/result-table.tsx';
import { smallReport } from '../report.ts';
import { hostileTexts } from './texts.ts';

/** What the importer lets pass as a name, and with the signs of a line as a value of a query. */
const isName = (text: string) =>
  text.trim() === text && text.isWellFormed() && text.length <= 250 && !/\p{Cc}/u.test(text);
const texts = Object.entries(hostileTexts).filter(([, text]) => text.isWellFormed());
const names = texts
  .map(([kind, text]): [string, string] => [kind, text.slice(0, 250).trim()])
  .filter(([, text]) => isName(text) && text !== '');

let engine: Engine;
beforeAll(async () => {
  engine = await smallReport(names.flatMap(([, name]) => [{ model: name }, { model: `org/${name}` }]));
});
afterAll(() => engine.close());

const shared: Shared = {
  ...{ plots: '', explorer: '', carbon: '', cautions: '', machine: '' },
  ...{ drawing: () => '', show: () => undefined },
  addressOf: (name) => `?${new URLSearchParams({ m: name }).toString()}`,
};

/** The elements and texts of markup, as a browser would read it. */
const read = (markup: string): HTMLElement => parseHtml(markup, { comment: true });
const elements = (root: HTMLElement): string[] =>
  root.querySelectorAll('*').map(({ rawTagName }) => rawTagName);

test('most kinds are names that an import lets pass', () => expect(names.length).toBeGreaterThan(30));

describe.each(texts)('%s', (_, text) => {
  test('in a CSV file', () => {
    const file = csvFile(
      ['model', 'n'],
      [
        { model: text, n: 1 },
        { model: `a/${text}`, n: 2 },
      ],
    );
    const rows: Record<string, string>[] = parseCsv(file, { columns: true });
    expect(rows.map(({ model }) => readCell('string', model!))).toEqual([text || null, `a/${text}`]);
    expect(rows.map(({ n }) => n)).toEqual(['1', '2']);
    // What a spreadsheet would take for a formula stands behind an apostrophe.
    for (const { model } of rows) expect(model).not.toMatch(/^[=+@\t\r]|^-(?!\d+$)/);
  });

  test('in the table of a result and a link', () => {
    const result = {
      columns: [{ name: text, type: 'VARCHAR' }],
      kinds: ['text' as never],
      shown: [[text], [null]],
    };
    const table = read(markupOf(h(ResultTable, { result, label: text, from: 0, to: 2 }) as VNode));
    expect(elements(table)).toEqual('div table thead tr th span span tbody tr td tr td'.split(' '));
    expect(table.querySelector('.sql-name')!.text).toBe(text);
    expect(Object.keys(table.querySelector('div')!.attributes).sort()).toEqual([
      'aria-label',
      'class',
      'role',
      'tabindex',
    ]);
  });

  test('in XML: a drawing, the feed and the map of the pages', () => {
    const svg = read(`<svg><text>${escaped(text)}</text></svg>`);
    expect(elements(svg)).toEqual(['svg', 'text']);
    expect(svg.querySelector('text')!.text).toBe(text);
    const map = siteMapOf([`https://reports.example/${text}/`]);
    expect(map.match(/<[^>]*>/g)).toHaveLength(7);
    const entry = { id: text, link: text, title: text, day: '2025-01-02', html: text };
    const feed = atomFeed({ id: text, home: text, title: text, authors: [text] }, [entry]);
    const plain = atomFeed({ id: 'a', home: 'a', title: 'a', authors: ['a'] }, [
      { ...entry, id: 'a', link: 'a', title: 'a', html: 'a' },
    ]);
    expect(feed.match(/<[^>]*>/g)!.map((tag) => /^<\/?[a-z?]+/.exec(tag)![0])).toEqual(
      plain.match(/<[^>]*>/g)!.map((tag) => /^<\/?[a-z?]+/.exec(tag)![0]),
    );
  });

  test('in what a browser is sent, and back', () => {
    const table = {
      name: 'example',
      columns: [
        { name: 'model', type: 'string' as const, values: [text, null, `a/${text}`, text] },
        { name: 'again', type: 'string' as const, values: [null, text, text, ''] },
      ],
    };
    const [again] = unpack(pack([table], { sameTexts: ['model', 'again'], guesses: {}, prefixes: {} }));
    const arrow = tableFromIPC(arrowStream(again!));
    for (const { name, values } of table.columns)
      expect([...arrow.getChild(name)!].map((value: unknown) => value)).toEqual(values);
  });

  test('in the search', () => {
    const models = [text, `a/${text}`, 'google/gemma'];
    const found = findModels(models, text);
    for (const name of found) expect(models).toContain(name);
    const pieces = excerptOf(text, [folded(text)]);
    if (text.length < 100) expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    const nearest = nearestName(models, text);
    expect([null, ...models]).toContain(nearest);
  });

  test('in a file of profiles, whose name holds nothing of it', () => {
    const key = modelKey(text);
    expect(fileNumberOf(text, 256)).toBeLessThan(256);
    const files = spread({ positions: new Map([[key, 0]]) }, [{ model: { model: text } } as never], 4);
    const own = JSON.parse(files[fileNumberOf(text, 4)]!) as { names: Record<string, number> };
    expect(Object.entries(own.names)).toEqual([[key, 0]]);
  });
});

describe.each(names)('%s, as a model of the table', (_, name) => {
  test('the engine answers it as it is', async () => {
    const rows = await engine.query<{ model: string }>('SELECT model FROM all_runs');
    expect(rows.map(({ model }) => model)).toContain(name);
    expect(rows.map(({ model }) => model)).toContain(`org/${name}`);
  });

  test('a slice of its name keeps it, and one of all others does not take it for anything else', async () => {
    for (const key of ['name', 'base'] as const) {
      const { slice, problems } = parseSlice(new URLSearchParams([[key, name]]));
      expect(parseSlice(new URLSearchParams(formatSlice(slice))).slice).toEqual(slice);
      if (problems.length > 0) continue;
      expect(describeSlice(slice)).toHaveLength(1);
      const ask = await askSlice(engine, slice);
      const kept = (await ask('SELECT model FROM models')).map(({ model }) => model);
      // A comma parts names of a list, so that such a name cannot be asked for.
      if (key === 'name' || !name.includes(',')) expect(kept).toContain(name);
    }
  });

  test('a link to it shows its name and runs nothing', () => {
    const link = read(
      markupOf(
        h(
          SharedContext.Provider,
          { value: shared },
          h(ModelLink, { name, caution: null, onHub: true }),
        ) as VNode,
      ),
    );
    expect(elements(link)).toEqual(['a']);
    expect(link.text).toBe(name);
    expect(link.querySelector('a')!.getAttribute('href')).not.toMatch(/^\s*(?:javascript|data):/i);
  });
});
