import { preparationTitles, type PreparationId } from '../dataset/grouping.ts';
import { aboutInterval, formatEstimate } from './format.ts';
import type { Estimate } from './methods/estimate.ts';
import type { Definition } from './statistic.ts';

/** What the card of a number says of it on one preparation. */
export interface EditionOfNumber {
  preparation: PreparationId;
  /** Name of the preparation. */
  title: string;
  value: string;
  n: string;
  /** The 95 % interval, what it is clustered by and what it would be if rows were independent; may be blank. */
  about: string;
}

/** `data/units.json`: what a unit means, with known numbers to hold it against, by the name of the unit. */
export type UnitScales = Readonly<Record<string, string>>;

/** `data/numbers/<id>.json`: what the card of a number shows, in words. */
export interface NumberCard {
  label: string;
  unit: string;
  editions: readonly EditionOfNumber[];
  sql: string;
  /** Ids of the figures with a mark that shows it. */
  figures: readonly string[];
  /** The report that is cited for it. */
  report: string;
}

/** The card of a number, from what both preparations answer. */
export function numberCard(
  definition: Definition,
  sql: string,
  answers: Readonly<Record<PreparationId, Estimate>>,
  figures: readonly string[],
  report: string,
): NumberCard {
  const order: readonly PreparationId[] = ['reviewed', 'prepared'];
  return {
    label: definition.label,
    unit: definition.unit.name,
    editions: order.map((preparation) => {
      const estimate = answers[preparation];
      return {
        preparation,
        title: preparationTitles[preparation],
        value: formatEstimate(estimate, definition),
        n: estimate.n.toLocaleString('en'),
        about: aboutInterval(estimate, definition),
      };
    }),
    sql,
    figures,
    report,
  };
}
