import { expect, test } from 'vitest';
import { moeFlagAudit } from '../../src/figures/moe-flag-audit.ts';
import { facts } from '../report.ts';
import { drawnRows, editions } from './draw.ts';
import { askOwn } from './own-models.ts';

/** Classes whose configuration has a number of experts, each seen in the source of the transformers library. */
const routed = /^(?:Aria|Dbrx|Deepseek|GraniteMoe|Jamba|Mixtral|Olmoe|Qwen2Moe|SwitchTransformers)For/;

async function countByHand(): Promise<Record<string, number>> {
  const kept = new Set((await askOwn('reviewed', 'SELECT row FROM OWN')).map(({ row }) => String(row)));
  const decided = new Map(facts('moe').map(({ model, moe }) => [model!.toLowerCase(), moe === 'true']));
  const counts: Record<string, number> = {};
  for (const run of facts('runs').filter(({ row }) => kept.has(row!))) {
    const [flag, architecture] = [run.moe === 'true', routed.test(run.architecture!)];
    const label = flag
      ? architecture
        ? 'flag and architecture'
        : 'flag alone'
      : architecture
        ? 'architecture alone'
        : 'neither';
    const review = decided.get(run.model!.trim().toLowerCase()) ? 'MoE' : 'dense';
    counts[`${label}, ${review}`] = (counts[`${label}, ${review}`] ?? 0) + 1;
  }
  return counts;
}

test.each(editions)(
  'reviewed models by mark and decision, whatever the preparation: $preparation',
  async (edition) => {
    const rows = await drawnRows(moeFlagAudit, edition.query);
    const own = await countByHand();
    expect(rows).toHaveLength(8);
    for (const { label, review, models } of rows)
      expect(models).toBe(own[`${String(label)}, ${String(review)}`] ?? 0);
    expect(moeFlagAudit.n(rows)).toBe(4494);
    expect(rows.reduce((sum, { review, models }) => sum + (review === 'MoE' ? Number(models) : 0), 0)).toBe(
      114,
    );
  },
);

test('the takeaway counts what the flag misses and what it marks wrongly', async () => {
  const own = await countByHand();
  const sum = (...keys: string[]) => keys.reduce((total, key) => total + (own[key] ?? 0), 0);
  const missed = sum('architecture alone, MoE', 'neither, MoE');
  const wrong = sum('flag alone, dense', 'flag and architecture, dense');
  const rows = await drawnRows(moeFlagAudit, '');
  expect(moeFlagAudit.takeaway(rows)).toBe(
    `It misses ${missed} of 114 MoE models, and marks ${wrong} dense ones.`,
  );
  const alt = moeFlagAudit.alt(rows);
  for (const [key, models] of Object.entries(own))
    expect(alt).toContain(`${key} on review: ${models.toLocaleString('en')}.`);
});

test('only the dense models that nothing marks are not drawn', async () => {
  const rows = await drawnRows(moeFlagAudit, '');
  const left = rows.filter(({ drawn }) => drawn === false);
  expect(left.map(({ label, review }) => [label, review])).toEqual([['neither', 'dense']]);
});
