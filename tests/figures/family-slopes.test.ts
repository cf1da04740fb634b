import { expect, test } from 'vitest';
import { familySlopes } from '../../src/figures/family-slopes.ts';
import { estimatesOf } from '../report.ts';
import { drawnRows, editions } from './draw.ts';

test.each(editions)('draws the named statistics of every family on $preparation', async ({ query }) => {
  const rows = await drawnRows(familySlopes, query);
  const estimates = await estimatesOf(query, 'ladders.steps');
  const drawn = Object.keys(estimates).filter((id) => id.endsWith('.own') && estimates[id]!.value !== null);
  expect(rows).toHaveLength(drawn.length);
  expect(rows).toHaveLength(25);
  const falcon = rows.find(({ family, stage }) => family === 'Falcon3' && stage === 'pretrained')!;
  const [own, shrunk, common] = ['falcon3.own', 'falcon3.shrunk', 'slope'].map(
    (id) => estimates[`ladders.pretrained.${id}`]!,
  );
  expect([falcon.own, falcon.own_low, falcon.own_high]).toEqual([own!.value, own!.low, own!.high]);
  expect([falcon.shrunk, falcon.low, falcon.high]).toEqual([shrunk!.value, shrunk!.low, shrunk!.high]);
  expect([falcon.common, falcon.common_low, falcon.common_high]).toEqual([
    common!.value,
    common!.low,
    common!.high,
  ]);
});

test('every slope is drawn from its own towards the common one, never past it', async () => {
  for (const { own, shrunk, common } of await drawnRows(familySlopes, '')) {
    const [from, to] = [Number(own), Number(common)];
    expect(Number(shrunk)).toBeGreaterThan(Math.min(from, to));
    expect(Number(shrunk)).toBeLessThan(Math.max(from, to));
  }
});

test('takeaway names the common slope and both ends, by hand', () => {
  const row = (stage: string, family: string, shrunk: number, common: number | null) => ({
    stage,
    family,
    n: 4,
    own: shrunk,
    own_low: null,
    own_high: null,
    shrunk,
    low: null,
    high: null,
    common,
    common_low: common === null ? null : common - 1,
    common_high: common === null ? null : common + 1,
  });
  expect(
    familySlopes.takeaway([row('pretrained', 'GPT-2', -0.2, 2), row('pretrained', 'Falcon3', 6.5, 2)]),
  ).toBe(
    'In points per doubling of parameters: 2.0 (1.0 to 3.0) in pretrained families, from −0.2 (GPT-2) to 6.5 (Falcon3).',
  );
  expect(familySlopes.takeaway([row('pretrained', 'GPT-2', 1, null)])).toMatch(/^Too few families/);
  expect(familySlopes.takeaway([])).toMatch(/^Too few families/);
});
