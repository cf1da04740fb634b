/** What a file of a figure says of itself. */
export interface FigureWords {
  question: string;
  takeaway: string;
  /** How many models or runs stand behind the rows, as in "312 models". */
  counted: string;
  preparation: string;
  /** The filters of the slice in words; none where it keeps every model. */
  slice: readonly string[];
  /** Day of the last submission in the table. */
  until: string;
  /** Title of the report. */
  report: string;
  /** Where the figure stands, with the slice; none where the build does not know its address. */
  address: string | null;
}

/** What the figure is of, where its numbers are from and where it stands, a line each. */
export const provenance = ({
  counted,
  preparation,
  slice,
  until,
  report,
  address,
}: FigureWords): readonly string[] => [
  `${counted}; ${preparation.toLowerCase()}; ${slice.length > 0 ? slice.join(', ') : 'all models'}.`,
  `Source: Open LLM Leaderboard, final release, submissions until ${until}; table data/runs.csv of this report.`,
  [report, ...(address === null ? [] : [address])].join(': '),
];
