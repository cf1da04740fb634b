import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { alike } from '../../src/choose/criteria.ts';
import { candidatesOf, weighted } from '../../src/choose/candidates.ts';
import type { TableModel } from '../../src/finder/model-table.ts';
import { freeLicences } from '../../src/choose/licences.ts';
import { publishedCandidates } from '../../src/publication/candidates.ts';
import { estimatesOf } from '../../src/publication/estimates.ts';
import { publication } from '../../src/publication/publication.ts';
import { budgets } from '../budgets.ts';

test(
  'the file has every model with the average and the error that are published of it',
  { timeout: 240_000 },
  async () => {
    const { candidates, text } = await publishedCandidates();
    const published = await publication();
    const { models } = published.reviewed;
    const estimates = estimatesOf(published, 'reviewed');
    // The file says every fact of every model.
    expect(candidates).toEqual(candidatesOf(models as readonly TableModel[]));
    expect(candidates.map(({ model }) => model)).toEqual(models.map(({ model }) => model));
    const different = candidates.filter((candidate, at) => {
      const { score, variance } = weighted(candidate, alike);
      return (
        Math.abs(score - Number(models[at]!.average)) > 0.0001 ||
        Math.abs(Math.sqrt(variance) - estimates[at]!.average_error) > 0.001
      );
    });
    expect(different.map(({ model }) => model)).toEqual([]);
    expect(gzipSync(text, { level: 9 }).length).toBeLessThanOrEqual(budgets.choose.bytes);
    // A free licence that no model has is mistyped.
    const licences = new Set(candidates.map(({ license }) => license));
    expect(freeLicences.filter((licence) => !licences.has(licence))).toEqual([]);
    // A copy is of a model of the table, which is no copy.
    const originals = new Set(candidates.filter(({ copy_of }) => copy_of === null).map(({ model }) => model));
    expect(candidates.filter(({ copy_of }) => copy_of !== null && !originals.has(copy_of))).toEqual([]);
  },
);
