import type { Estimates } from './answer.ts';
import { formatEstimate } from './format.ts';
import { findStatistic } from './statistics.ts';

/** A statistic that a text names: `{id}`, or `{id interval}` with its interval. */
const named = /\{([^ }]+)( interval)?\}/g;

/** The statistics that a text names. */
export const statisticsIn = (text: string): string[] => [...text.matchAll(named)].map(({ 1: id = '' }) => id);

/** A text with the statistics that it names written out; throws for one that is none. */
export const withStatistics = (text: string, estimates: Estimates): string =>
  text.replaceAll(named, (_, id: string, interval?: string) => {
    const definition = findStatistic(id)?.definition;
    const estimate = estimates[id];
    if (!definition || !estimate) throw new Error(`“${text}” names ${id}, which is no statistic`);
    return formatEstimate(estimate, definition, { interval: interval !== undefined });
  });
