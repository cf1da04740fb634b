/** Where the rows of a file or a picture are from. */
export interface SourceWords {
  /** How many models or runs stand behind the rows, as in "312 models". */
  counted: string;
  preparation: string;
  /** The filters of the slice in words; none where it keeps every model. */
  slice: readonly string[];
  /** Day of the last submission in the table. */
  until: string;
  /** Title of the report. */
  report: string;
  /** Where the rows stand, with the slice; none where the build does not know its address. */
  address: string | null;
}

/** How many rows of the tables were taken, prepared how and kept by which filters. */
export const takenFrom = ({
  counted,
  preparation,
  slice,
}: Pick<SourceWords, 'counted' | 'preparation' | 'slice'>): string =>
  `${counted}; ${preparation.toLowerCase()}; ${slice.length > 0 ? slice.join(', ') : 'all models'}.`;

/** Where every number of the report comes from. */
export const sourceUntil = (day: string): string =>
  `Open LLM Leaderboard, final release, submissions until ${day}; table data/runs.csv of this report.`;

/** What the rows are of, where their numbers are from and where they stand, a line each. */
export const provenance = (words: SourceWords): readonly string[] => [
  takenFrom(words),
  `Source: ${sourceUntil(words.until)}`,
  [words.report, ...(words.address === null ? [] : [words.address])].join(': '),
];
