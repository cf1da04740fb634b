import { highHhi, moderateHhi } from '../../statistics/named/concentration.ts';
import { clearlyBelow, type Claim } from '../claim.ts';

const sizes = ['small', 'medium', 'large'] as const;

/** What the report claims of time, of those who hand models in, and of what is known of the models. */
export const ecosystemClaims: readonly Claim[] = [
  {
    id: 'medium-rose-fastest',
    by: 'report',
    sentence:
      'The scores of medium models rose faster with the day of submission than those of small and large ones.',
    test: 'The slope of the average score on the day of submission is higher for medium models than for both other classes, with 95 % intervals apart. It holds with a qualification if only the slopes themselves are.',
    figure: 'frontier-over-time',
    statistics: sizes.map((size) => `frontier.${size}.typical_gain`),
    judge(of) {
      const [small, medium, large] = sizes.map((size) => of(`frontier.${size}.typical_gain`));
      const others = [small!, large!];
      if (others.every((other) => clearlyBelow(other, medium!))) return 'holds';
      return others.every((other) => other.value < medium!.value) ? 'qualified' : 'fails';
    },
    evidence:
      'Points per quarter of a year: small {frontier.small.typical_gain interval}, medium {frontier.medium.typical_gain interval}, large {frontier.large.typical_gain interval}.',
  },
  {
    id: 'records-beyond-chance',
    by: 'report',
    sentence: 'The best score was beaten on more days than the growth of the table alone would give.',
    test: 'In each size class more days set a record than in 95 of 100 tables in which the same scores came in any order. It holds with a qualification if this is so in some classes.',
    figure: 'frontier-over-time',
    statistics: sizes.flatMap((size) => [`frontier.${size}.records`, `frontier.${size}.records_by_chance`]),
    judge(of) {
      const beyond = sizes.filter((size) => {
        const { high } = of(`frontier.${size}.records_by_chance`);
        return of(`frontier.${size}.records`).value > high;
      });
      if (beyond.length === sizes.length) return 'holds';
      return beyond.length > 0 ? 'qualified' : 'fails';
    },
    evidence:
      'Days with a record, and how many chance would set: small {frontier.small.records} and {frontier.small.records_by_chance interval}, medium {frontier.medium.records} and {frontier.medium.records_by_chance interval}, large {frontier.large.records} and {frontier.large.records_by_chance interval}.',
  },
  {
    id: 'submissions-not-concentrated',
    by: 'report',
    sentence: 'No organisation, and no handful of them, dominates the table.',
    test: `The Herfindahl–Hirschman index of models over organisations is below ${moderateHhi}, where antitrust authorities begin to call a market moderately concentrated. It holds with a qualification below ${highHhi}, where they begin to call it highly concentrated.`,
    figure: 'concentration',
    statistics: ['orgs.hhi', 'orgs.gini', 'orgs.top10_share'],
    judge(of) {
      const { value } = of('orgs.hhi');
      if (value < moderateHhi) return 'holds';
      return value < highHhi ? 'qualified' : 'fails';
    },
    evidence:
      'The index is {orgs.hhi}, the Gini coefficient {orgs.gini}, and the ten busiest organisations sent {orgs.top10_share} of the models.',
  },
  {
    id: 'official-better-documented',
    by: 'report',
    sentence: 'Official models are better documented than community models.',
    test: 'A licence is known of a larger share of official models, intervals apart, among all models and also among those still on the Hub. It holds with a qualification if this is so among all models only.',
    figure: 'documentation',
    statistics: ['license', 'license_on_hub'].flatMap((item) => [
      `documented.${item}.official`,
      `documented.${item}.community`,
    ]),
    judge(of) {
      const more = (item: string) =>
        clearlyBelow(of(`documented.${item}.community`), of(`documented.${item}.official`));
      if (!more('license')) return 'fails';
      return more('license_on_hub') ? 'holds' : 'qualified';
    },
    evidence:
      'With a licence: {documented.license.official interval} of official and {documented.license.community interval} of community models; among those still on the Hub {documented.license_on_hub.official interval} and {documented.license_on_hub.community interval}.',
  },
];
