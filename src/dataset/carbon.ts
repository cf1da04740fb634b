/** First day whose submissions were charged for one evaluation; most earlier ones carry twice the cost. */
export const carbonBreak = '2025-02-08';

/** SQL of a carbon cost as of one evaluation: half of it before the break, NULL without a day of submission. */
export const stepCorrectedSql = (cost: string, day: string): string =>
  `CASE WHEN ${day} < DATE '${carbonBreak}' THEN ${cost} / 2 WHEN ${day} >= DATE '${carbonBreak}' THEN ${cost} END`;
