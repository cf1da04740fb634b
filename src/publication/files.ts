import type { Robustness } from '../claims/analyses.ts';
import { claims } from '../claims/claims.ts';
import { retiredClaims } from '../claims/retired.ts';
import { recordedColumns } from '../dataset/recorded.ts';
import { csvFile } from '../dataset/csv.ts';
import { csvwMetadata } from '../dataset/files/csvw.ts';
import { preparationTitles, type PreparationId } from '../dataset/grouping.ts';
import { publishedModels } from '../dataset/tables.ts';
import { countInWords } from '../figures/few.ts';
import { shownNumbers } from '../figures/shown-numbers.ts';
import type { Figure } from '../figures/figure.ts';
import { figures } from '../figures/figures.ts';
import { describeFigureCsv, figureCsv, type FigureWords } from '../rendering/figure-file.ts';
import { retiredStatistics, type Retired } from '../statistics/retired.ts';
import { isShown } from '../statistics/format.ts';
import type { Estimate } from '../statistics/methods/estimate.ts';
import type { Definition } from '../statistics/statistic.ts';
import { findStatistic, statisticIds } from '../statistics/statistics.ts';
import type { RobustnessByClaim } from './analyses/analyses.ts';
import { estimatesOf } from './estimates.ts';
import { exceptionsOf, type Exceptions, type SliceVerdicts } from './exceptions.ts';
import type { Publication } from './publication.ts';

const editions = Object.keys(preparationTitles) as PreparationId[];

/** An object with one entry per preparation. */
const byPreparation = <T>(of: (id: PreparationId) => T): Record<string, T> =>
  Object.fromEntries([...editions].sort().map((id) => [id, of(id)]));

const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;

/** What became of ids that are no longer published, by id. */
const retiredEntry = (retired: readonly Retired[]) =>
  Object.fromEntries(retired.map(({ id, now, because }) => [id, { now, because }]));

/**
 * An estimate as it is published: with the interval of independent rows and the effective clusters where there are any;
 * without a value where it rests on fewer values than it is shown for.
 */
function published(estimate: Estimate, definition: Definition) {
  const { value, n, low, high, independent, clusters } = estimate;
  if (!isShown(estimate, definition)) return { value: null, n, low: null, high: null };
  return { value, n, low, high, ...(independent && { independent }), ...(clusters && { clusters }) };
}

/** `data/statistics.json`: every named statistic under each preparation, and under `retired` those that went. */
export function statisticsFile(publication: Publication): string {
  return json({
    ...byPreparation((preparation) =>
      Object.fromEntries(
        statisticIds.map((id) => {
          const { definition, family } = findStatistic(id)!;
          const estimate = publication[preparation].statistics[id]!;
          return [
            id,
            {
              ...published(estimate, definition),
              unit: definition.unit.name,
              label: definition.label,
              sql: family.sql,
            },
          ];
        }),
      ),
    ),
    retired: retiredEntry(retiredStatistics),
  });
}

/** Most options that a claim is published to turn on. */
const mostTurning = 5;

const robust = ({ judged, same, holds, fails, open, few, turning }: Robustness) => ({
  count: judged.length,
  same,
  holds,
  fails,
  open,
  few,
  turning: turning.slice(0, mostTurning),
});

/** Exceptions as they are published. */
const publishedExceptions = ({ judged, byChance, opposite }: Exceptions) => ({
  judged,
  by_chance: byChance === null ? null : Number(byChance.toFixed(3)),
  opposite,
});

/**
 * `data/claims.json`: every claim with its test, what each preparation answers, and on which declared slices of the
 * reviewed one it is the opposite and how it stands under other analyses; under `retired` those that went.
 */
export function claimsFile(
  publication: Publication,
  slices: readonly SliceVerdicts[],
  robustness: RobustnessByClaim,
): string {
  return json({
    ...Object.fromEntries(
      claims.map((claim) => {
        const { id, by, conclusion, sentence, test, figure, statistics } = claim;
        return [
          id,
          {
            by,
            conclusion: conclusion ?? null,
            sentence,
            test,
            figure,
            ...byPreparation((preparation) => {
              const { answer, evidence } = publication[preparation].claims[id]!;
              const values = statistics.map((name) => {
                const { value, n, low, high } = published(
                  publication[preparation].statistics[name]!,
                  findStatistic(name)!.definition,
                );
                return [name, { value, n, low, high }] as const;
              });
              return { verdict: answer, evidence, statistics: Object.fromEntries(values) };
            }),
            exceptions: publishedExceptions(exceptionsOf(claim, publication.reviewed.claims[id]!, slices)),
            analyses: robustness[id] ? robust(robustness[id]) : null,
          },
        ];
      }),
    ),
    retired: retiredEntry(retiredClaims),
  });
}

/** `data/figures/<id>.json`: what a figure asks and answers under each preparation, with its rows. */
export function figureFile(publication: Publication, { id, question, seed, sql }: Figure): string {
  return json({
    id,
    question,
    notebook: seed ?? [],
    sql,
    ...byPreparation((preparation) => {
      const { takeaway, alt, n, rows } = publication[preparation].figures[id]!;
      return { takeaway, alt, n, rows, numbers: shownNumbers(rows, publication[preparation].statistics) };
    }),
  });
}

/** Day of the last submission among the published models. */
export const lastSubmission = ({ reviewed }: Publication): string =>
  reviewed.models.reduce((last, { submission_date }) => {
    const day = String(submission_date ?? '');
    return day > last ? day : last;
  }, '');

/**
 * What the files of a published figure say of themselves. `report` is the title of the report; `address` is where
 * the figure stands, null where the build does not know its site.
 */
export function publishedWords(
  publication: Publication,
  figure: Figure,
  preparation: PreparationId,
  report: string,
  address: string | null,
): FigureWords {
  const { takeaway, n } = publication[preparation].figures[figure.id]!;
  return {
    question: figure.question,
    takeaway,
    counted: countInWords(n, figure.counts),
    preparation: preparationTitles[preparation],
    slice: [],
    until: lastSubmission(publication),
    report,
    address,
  };
}

/** `data/figures/<id>.csv`: the rows drawn. */
export const figureTable = (publication: Publication, figure: Figure, preparation: PreparationId): string =>
  figureCsv(figure, publication[preparation].figures[figure.id]!.rows);

/** `data/figures/<id>.csv-metadata.json`: what the rows and their columns are and where they are from. */
export const figureDescription = (
  publication: Publication,
  figure: Figure,
  preparation: PreparationId,
  file: string,
  words: FigureWords,
): string =>
  csvwMetadata(describeFigureCsv(file, figure, words, publication[preparation].figures[figure.id]!.rows));

/** `data/models.csv`: the reviewed models, with what is computed of each. */
export function modelsFile(publication: Publication): string {
  const estimates = estimatesOf(publication, 'reviewed');
  return csvFile(
    Object.keys(publishedModels.columns),
    publication.reviewed.models.map((model, at) => ({ ...model, ...estimates[at]! })),
  );
}

/** `llms.txt`: what the report is and where its machine-readable files are, in Markdown. */
export function plainGuide(
  publication: Publication,
  title: string,
  address: (path: string) => string,
): string {
  const { statistics, claims: judged } = publication.reviewed;
  const lines = claims.map(
    ({ id, sentence }) => `- ${sentence} (${judged[id]!.answer}) ${judged[id]!.evidence}`,
  );
  return [
    `# ${title}`,
    '',
    `> A report on ${statistics['runs.count']?.value} evaluations of the Open LLM Leaderboard: how size, score and carbon hang together.`,
    '',
    '## Data',
    '',
    ...[
      ['statistics.json', 'every named number, with n, 95 % interval, unit and SQL, under each preparation'],
      [
        'claims.json',
        'every claim, its test and its verdict under each preparation and under other analyses',
      ],
      [
        'analyses.json',
        'the choices of the analysis, each option with its reason, and every verdict under each',
      ],
      ['runs.csv', `the ${recordedColumns.length} columns of facts, one line per run`],
      [
        'models.csv',
        'one line per model, reviewed, with its rank, the interval of the rank and its carbon label',
      ],
      ['datapackage.json', 'what every column means'],
      ['choices.json', 'names of organisations, architectures and licences, with their numbers of models'],
      ['references.bib', 'the works cited'],
    ].map(([file, what]) => `- [${file}](${address(`/data/${file}`)}): ${what}`),
    '',
    'Each `.csv` has its columns in line 1 and no comments; what it is, where it is from and what its columns mean stands beside it in `.csv-metadata.json` (CSV on the Web).',
    '',
    `[Which model for which memory](${address('/choose/')}) is answered for 8 to 80 GB at 16, 8 and 4 bits: the best of what fits, all that cannot be told from it, the best official model and the best with a free licence.`,
    '',
    '## Claims',
    '',
    ...lines,
    '',
    '## Figures',
    '',
    'Each has its rows, SQL and answer under both preparations; `.csv`, `.csv-metadata.json` and `.svg` stand beside `.json`.',
    '',
    ...figures.map(
      ({ id, question }) =>
        `- [${question}](${address(`/data/figures/${id}.json`)}) ${publication.reviewed.figures[id]!.takeaway}`,
    ),
    '',
  ].join('\n');
}
