import { countOf, falling, select, sql } from '../../dataset/select.ts';
import { models } from '../../dataset/tables.ts';
import { gini, hhi, topShare } from '../methods/concentration.ts';
import { count, type Estimate } from '../methods/estimate.ts';
import { sum } from '../methods/sum.ts';
import { estimated, fact, numbersOf, units, family } from '../statistic.ts';

const query = select(models, ({ organisation }) => ({
  rows: { organisation, models: countOf() },
  groupBy: ['organisation'],
  orderBy: [falling(sql`models`), 'organisation'],
}));

/** How models are spread over organisations. Facts of the whole table, so none carries an interval; n counts models. */
export const organisations = family({
  query,
  definitions: [
    fact('orgs.count', 'organisations', units.organisations),
    estimated('orgs.hhi', 'Herfindahl–Hirschman index of models over organisations', units.index),
    estimated('orgs.gini', 'Gini coefficient of models over organisations', units.index),
    estimated('orgs.top10_share', 'share of models that the ten largest organisations sent', units.share),
  ],
  derive(rows) {
    const models = numbersOf(rows, 'models');
    const whole = (value: number | null): Estimate => ({
      value: models.length > 0 ? value : null,
      n: sum(models),
      low: null,
      high: null,
    });
    return {
      'orgs.count': count(models.length),
      'orgs.hhi': whole(hhi(models)),
      'orgs.gini': whole(gini(models)),
      'orgs.top10_share': whole(topShare(models, 10)),
    };
  },
});
