import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../../src/choices/analyses.ts';
import { choices } from '../../src/choices/choices.ts';
import { mostAnalyses, statisticsOf } from '../../src/claims/analyses.ts';
import { judge } from '../../src/claims/claim.ts';
import { claims as all, isPublishedOnly } from '../../src/claims/claims.ts';
import { robustness, type RobustnessByClaim } from '../../src/publication/analyses/analyses.ts';
import { contentKey, keep, kept } from '../../src/publication/cache.ts';
import { openAnalyst } from '../../src/publication/analyses/compute.ts';
import { analysesFile } from '../../src/publication/analyses/file.ts';
import { estimatesOf } from '../report.ts';

const claims = all.filter((claim) => !isPublishedOnly(claim));
const ids = [...new Set(claims.flatMap(statisticsOf))];
let robust: RobustnessByClaim;
beforeAll(async () => {
  robust = await robustness();
  // A build has computed it before, unless something has changed since.
}, 600_000);

describe('an analyst', () => {
  const texts = ['', 'sizes=recorded', 'pairs=parent', 'hub=yes&carbon=step-corrected'];
  let analyst: Awaited<ReturnType<typeof openAnalyst>>;
  beforeAll(async () => {
    analyst = await openAnalyst(ids);
  });
  afterAll(() => analyst.close());

  test.each(texts)('answers “%s” as a slice of that address does', async (text) => {
    const { usual } = await analyst.answer(text);
    const expected = await estimatesOf(text, ...ids);
    expect(Object.keys(usual)).toEqual(ids);
    for (const id of ids) expect(usual[id], id).toEqual(expected[id]);
  });

  test('clusters by organisation alone: the same values, and intervals of organisations', async () => {
    const { usual, byOrganisation } = await analyst.answer('');
    const id = 'scaling.points_per_doubling';
    expect(byOrganisation[id]!.value).toBe(usual[id]!.value);
    expect(byOrganisation[id]!.low).not.toBe(usual[id]!.low);
    const { organisations, lineages } = byOrganisation[id]!.clusters!;
    expect(organisations).toBe(usual[id]!.clusters!.organisations);
    expect(lineages).toBe(organisations);
  });

  test('refuses what is no slice', async () => {
    await expect(analyst.answer('run=any')).rejects.toThrow('The analysis “run=any” is no slice');
  });
});

describe('every claim', () => {
  test('has the published verdict in the first of at most 200 analyses', async () => {
    const estimates = await estimatesOf('', ...ids);
    for (const claim of claims) {
      const { judged, few } = robust[claim.id]!;
      expect(judged[0], claim.id).toEqual({ analysis: {}, answer: judge(claim, estimates).answer });
      expect(judged.length + few, claim.id).toBeLessThanOrEqual(mostAnalyses);
      expect(new Set(judged.map(({ analysis }) => textOf(analysis))).size, claim.id).toBe(judged.length);
    }
  });

  test('has counts that add up, and options that turn it', () => {
    for (const claim of claims) {
      const { judged, holds, fails, open, same, turning } = robust[claim.id]!;
      expect(holds + fails + open, claim.id).toBe(judged.length);
      expect(same, claim.id).toBe({ holds, fails, open, few: 0 }[judged[0]!.answer]);
      for (const { choice, option, turned, of } of turning) {
        expect(choices.find(({ id }) => id === choice)!.others.map(({ id }) => id)).toContain(option);
        const taken = judged.filter(({ analysis }) => analysis[choice] === option);
        const others = taken.filter(({ answer }) => answer !== judged[0]!.answer);
        expect([turned, of], `${claim.id}, ${choice}=${option}`).toEqual([others.length, taken.length]);
      }
    }
  });

  test('a table that the step of carbon takes out is not what the claim of that step is judged on', () => {
    const touched = (id: string) => robust[id]!.judged.flatMap(({ analysis }) => Object.keys(analysis));
    expect(touched('carbon-halved')).not.toContain('carbon');
    expect(touched('medium-least-carbon')).toContain('carbon');
    expect(touched('bigger-scores-higher')).not.toContain('carbon');
  });
});

test('analyses.json says every choice and a verdict of each claim for each analysis', () => {
  const file = JSON.parse(analysesFile(robust)) as {
    choices: unknown;
    analyses: string[];
    verdicts: Record<string, string>;
  };
  expect(file.choices).toEqual(JSON.parse(JSON.stringify(choices)));
  for (const [id, letters] of Object.entries(file.verdicts)) {
    expect(letters, id).toHaveLength(file.analyses.length);
    const { holds, fails, open, judged } = robust[id]!;
    const given = [...letters].flatMap((letter, at) => (letter === '-' ? [] : [file.analyses[at]]));
    expect(
      judged.map(({ analysis }) => textOf(analysis)),
      `the strip of ${id} is in the order of the file`,
    ).toEqual(given);
    const count = (letter: string) => letters.split(letter).length - 1;
    expect([count('h'), count('f'), count('o')], id).toEqual([holds, fails, open]);
  }
});

describe('what is kept', () => {
  const folder = mkdtempSync(join(tmpdir(), 'analyses-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'input.ts');

  test('is found again as it was, under the content that it came from', () => {
    writeFileSync(path, 'one');
    const key = contentKey(['asked'], [folder]);
    expect(contentKey(['asked'], [folder])).toBe(key);
    expect(kept('tests', key)).toBeUndefined();
    const computed = { '': { usual: { id: { value: 0.1 + 0.2, low: null } } } };
    keep('tests', key, computed);
    expect(JSON.stringify(kept('tests', key))).toBe(JSON.stringify(computed));
    rmSync(join('.cache/tests', `${key}.json`));
  });

  test('is not found once a file or the question is another', () => {
    const key = contentKey(['asked'], [folder]);
    expect(contentKey(['asked otherwise'], [folder])).not.toBe(key);
    writeFileSync(path, 'two');
    expect(contentKey(['asked'], [folder])).not.toBe(key);
  });
});
