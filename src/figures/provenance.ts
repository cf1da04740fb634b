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

/** What the rows are of, where their numbers are from and where they stand, a line each. */
export const provenance = ({
  counted,
  preparation,
  slice,
  until,
  report,
  address,
}: SourceWords): readonly string[] => [
  `${counted}; ${preparation.toLowerCase()}; ${slice.length > 0 ? slice.join(', ') : 'all models'}.`,
  `Source: Open LLM Leaderboard, final release, submissions until ${until}; table data/runs.csv of this report.`,
  [report, ...(address === null ? [] : [address])].join(': '),
];
