import { clustersOf } from '../methods/clusters.ts';
import { type Estimate } from '../methods/estimate.ts';
import {
  differenceEstimate,
  linearDifference,
  linearQuantile,
  linearTailMean,
} from '../methods/linearised.ts';
import { mapped } from '../methods/mapped.ts';
import { tailMeanEstimate } from '../methods/tail-mean.ts';
import { once } from '../methods/once.ts';
import { estimated, numbersOf, units, family, type Derivation } from '../statistic.ts';
import { nearEight, profileTypes, typeProfile, type ProfiledModel } from './type-profile.ts';

/** The two tails: the worst twentieth of a type and its worst tenth. */
export const tails = [
  { id: 'cvar5', p: 0.05, label: 'worst twentieth' },
  { id: 'cvar10', p: 0.1, label: 'worst tenth' },
] as const;
const [twentieth, tenth] = tails;

const phrase = ({ label }: (typeof tails)[number]) => `mean average of the ${label} of`;
const averages = (rows: readonly ProfiledModel[]) => numbersOf(rows, 'average');
/** No average is below 0, and so is no bound of a mean of averages. */
const aboveFloor = (estimate: Estimate) => mapped(estimate, (points) => Math.max(0, points));

const leads = [
  { id: 'median', label: 'median average of merges minus that of pretrained models' },
  { id: 'cvar5', label: `${phrase(twentieth)} merges minus that of pretrained models` },
  {
    id: 'lost',
    label: `lead of merges over pretrained models in the median minus that in the mean of the ${twentieth.label}`,
  },
] as const;

/** The means of the worst twentieth and of the worst tenth of a type, which stand beside its median. */
export const typeTails = family({
  query: typeProfile.query,
  definitions: [
    ...profileTypes.flatMap((type) =>
      tails.map((tail) =>
        estimated(`tails.${type.id}.${tail.id}`, `${phrase(tail)} ${type.models}`, units.points),
      ),
    ),
    ...nearEight.map((type) =>
      estimated(
        `tails.${type.id}.near_8b.${tenth.id}`,
        `${phrase(tenth)} ${type.models} over 6 and up to 9 B`,
        units.points,
      ),
    ),
    ...leads.map(({ id, label }) => estimated(`tails.merge.lead.${id}`, label, units.points)),
  ],
  derive(rows) {
    const tailMean = (members: readonly ProfiledModel[], p: number) =>
      aboveFloor(tailMeanEstimate(averages(members), p, clustersOf(members)));
    const [merges, pretrained] = (['merge', 'pretrained'] as const).map((type) => {
      const members = rows.filter((row) => row.type === type);
      const median = once(() => linearQuantile(averages(members), 0.5, members));
      const tail = once(() => linearTailMean(averages(members), twentieth.p, members));
      return { median, tail, depth: () => linearDifference(median(), tail()) };
    });
    const lead = (of: 'median' | 'tail' | 'depth') => () =>
      differenceEstimate(merges![of](), pretrained![of]());
    return Object.fromEntries([
      ...profileTypes.flatMap((type) => {
        const members = rows.filter((row) => row.type === type.id);
        return tails.map(({ id, p }) => [`tails.${type.id}.${id}`, () => tailMean(members, p)]);
      }),
      ...nearEight.map((type) => [
        `tails.${type.id}.near_8b.${tenth.id}`,
        () =>
          tailMean(
            rows.filter((row) => row.type === type.id && row.near_8b),
            tenth.p,
          ),
      ]),
      ['tails.merge.lead.median', lead('median')],
      ['tails.merge.lead.cvar5', lead('tail')],
      ['tails.merge.lead.lost', lead('depth')],
    ]) as Derivation;
  },
});
