import type { default as published } from '../../bench/coverage.json';

/** The table that `npm run simulate:coverage` writes. */
type CoverageTable = typeof published;

/** What of it says which intervals miss. */
export interface Covered {
  slices: readonly {
    id: string;
    label: string;
    statistics: readonly { label: string; clustered: { share: number | null } }[];
  }[];
}

/** Shares of draws that a 95 % interval should hold the truth in: on the whole table, and at least in a slice. */
export const wanted = { all: [0.93, 0.97], slice: 0.93 } as const satisfies Record<
  string,
  number | [number, number]
>;

/** A share in percent with one digit, as the table says it. */
export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

const named = (misses: readonly { label: string; share: number }[]) =>
  misses.map(({ label, share }) => `${label} (${percent(share)})`).join(', ');

/** Sentences that say which clustered intervals hold the truth too seldom or too often, or that none does. */
export function coverageMisses({ slices }: Covered): string[] {
  const of = (slice: Covered['slices'][number], misses: (share: number) => boolean) =>
    slice.statistics.flatMap(({ label, clustered: { share } }) =>
      share !== null && misses(share) ? [{ label, share }] : [],
    );
  const sentences = slices.flatMap((slice) => {
    const whole = slice.id === 'all';
    const low = of(slice, (share) => share < (whole ? wanted.all[0] : wanted.slice));
    const high = whole ? of(slice, (share) => share > wanted.all[1]) : [];
    return [
      ...(low.length > 0 ? [`${slice.label}, too narrow: ${named(low)}.`] : []),
      ...(high.length > 0 ? [`${slice.label}, wider than need be: ${named(high)}.`] : []),
    ];
  });
  return sentences.length > 0 ? sentences : ['None of them misses that.'];
}

/** The largest Monte Carlo error of a share in the table. */
export const largestError = ({ slices }: CoverageTable): number =>
  Math.max(
    ...slices.flatMap(({ statistics }) =>
      statistics.flatMap(({ clustered, independent }) => [clustered.error ?? 0, independent.error ?? 0]),
    ),
  );
