import { isDeepStrictEqual } from 'node:util';
import { gzipSync } from 'node:zlib';
import { h } from 'preact';
import { beforeAll, expect, test } from 'vitest';
import { renames } from '../../src/dataset/identity/renames.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { askFacts, factsOf, type Facts } from '../../src/finder/facts.ts';
import { loadFamilies } from '../../src/finder/family.ts';
import { loadModelTable, modelKey, type ModelTable } from '../../src/finder/model-table.ts';
import { ProfileCard } from '../../src/finder/profile-card.tsx';
import { fileNumberOf, type ProfileFile } from '../../src/finder/profile-files.ts';
import { SharedContext } from '../../src/finder/shared.ts';
import { mostProfileBytes, profiles } from '../../src/publication/profiles.ts';
import { markupOf } from '../../src/rendering/markup.ts';
import { report } from '../report.ts';

let engine: Engine;
let table: ModelTable;
let files: ProfileFile[];
let texts: readonly string[];

beforeAll(async () => {
  engine = await report();
  table = await loadModelTable(engine, 'reviewed');
  ({ files: texts } = await profiles());
  files = texts.map((text) => JSON.parse(text) as ProfileFile);
}, 120_000);

const filed = (name: string): Facts | undefined => {
  const { names, facts } = files[fileNumberOf(name, files.length)]!;
  const at = names[modelKey(name)];
  return at === undefined ? undefined : facts[at];
};

/** The card as a reader sees it. */
const card = (facts: Facts): string =>
  markupOf(
    h(SharedContext.Provider, {
      value: {
        plots: '',
        explorer: '/explorer/',
        carbon: '/carbon/',
        cautions: '/data-card/#cautions',
        machine: '/choose/',
        drawing: () => '',
        show: () => undefined,
        addressOf: (name) => `?m=${name}`,
      },
      children: h(ProfileCard, { facts, place: 0, isCompared: false, outside: '', remove: () => undefined }),
    }),
  );

/** Facts as a file has them: numbers to fifteen digits. */
const asFiled = (facts: Facts): unknown =>
  JSON.parse(
    JSON.stringify(facts, (_, value: unknown) =>
      typeof value === 'number' ? Number(value.toPrecision(15)) : value,
    ),
  );

test('of every model the file says what the engine answers', { timeout: 240_000 }, async () => {
  const familyOf = await loadFamilies(engine);
  const different: string[] = [];
  let alone = 0;
  for (const [at, name] of [...new Set(table.names)].entries()) {
    const position = table.positions.get(modelKey(name))!;
    const family = familyOf(table.models[position]!);
    // Where something is said of a model alone it is asked alone too, as the page does, and so is every tenth other.
    const isPlain =
      family.runs.length === 1 && family.corrections.length === 0 && !family.moe && !family.caution;
    if (!isPlain || at % 10 === 0) alone++;
    const asked =
      isPlain && at % 10 > 0 ? factsOf(table, position, family) : await askFacts(engine, table, name);
    const found = filed(name);
    // What is the same makes the same card; every tenth is looked at all the same.
    const isKnown = found && asked && at % 10 > 0 && isDeepStrictEqual(found, asFiled(asked));
    if (!isKnown && (!found || !asked || card(found) !== card(asked))) different.push(name);
  }
  expect(different).toEqual([]);
  expect(table.names.length).toBeGreaterThan(4000);
  expect(alone).toBeGreaterThan(600);
});

test('a model is found by each of its names, whatever their case, and a name of none finds none', () => {
  const [renamed] = renames.filter(({ now }) => filed(now));
  expect(filed(renamed!.former.toUpperCase())).toEqual(filed(renamed!.now));
  expect(filed('nobody/nothing')).toBeUndefined();
});

test('a name has a file by the hash of its letters', () => {
  // FNV-1a of “a”: 0x811c9dc5 with 0x61 over it, times 0x01000193, is 0xe40c292c.
  expect(fileNumberOf('A', 2 ** 31)).toBe(0xe40c292c % 2 ** 31);
  expect(fileNumberOf(' a ', 256)).toBe(0x2c);
});

test('no file is larger than the page can wait for', () => {
  expect(Math.max(...texts.map((text) => gzipSync(text, { level: 9 }).length))).toBeLessThanOrEqual(
    mostProfileBytes,
  );
});
