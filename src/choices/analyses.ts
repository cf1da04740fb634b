import { choices, dataChoices, estimateChoices, type Choice } from './choices.ts';

/** One option of each choice, by the choice's id; what the report takes is left out. */
export type Analysis = Readonly<Record<string, string>>;

/** What the report takes of every choice. */
export const usualAnalysis: Analysis = {};

/** Most choices of data that an analysis makes otherwise. */
const mostChanges = 2;

/** An analysis as text, its choices in their order: the query of an address. */
export const textOf = (analysis: Analysis): string =>
  choices.flatMap(({ id }) => (analysis[id] === undefined ? [] : [`${id}=${analysis[id]}`])).join('&');

/** An analysis in words; “as published” where it changes nothing. */
export function wordsOf(analysis: Analysis): string {
  const words = choices.flatMap(({ id, title, others }) => {
    const option = others.find((each) => each.id === analysis[id]);
    return option ? [`${title}: ${option.label.toLowerCase()}`] : [];
  });
  return words.length === 0 ? 'As published' : words.join('; ');
}

/** Every way to make up to `most` of some choices otherwise: the fewest changes first, then in the order of the choices. */
function combined(of: readonly Choice[], most: number): Analysis[] {
  let all: Analysis[] = [usualAnalysis];
  for (const { id, others } of of)
    all = [
      ...all,
      ...all
        .filter((analysis) => changesOf(analysis) < most)
        .flatMap((analysis) => others.map((option) => ({ ...analysis, [id]: option.id }))),
    ];
  return all.toSorted((a, b) => changesOf(a) - changesOf(b));
}

/** How many choices an analysis makes otherwise than the report. */
export const changesOf = (analysis: Analysis): number => Object.keys(analysis).length;

/** The order of analyses wherever they are listed: the fewest changes first, then by their text. */
export function inOrder(a: Analysis, b: Analysis): number {
  const [first, second] = [textOf(a), textOf(b)];
  return changesOf(a) - changesOf(b) || Number(first > second) - Number(first < second);
}

/** The analyses of data: what is as published, and all that differs in one or two choices of data. */
export const dataAnalyses: readonly Analysis[] = combined(dataChoices, mostChanges);

/** The analyses that differ in choices of estimate alone. */
export const estimateAnalyses: readonly Analysis[] = combined(estimateChoices, estimateChoices.length);

/** The part of an analysis that changes which rows there are. */
export const dataOf = (analysis: Analysis): Analysis =>
  Object.fromEntries(
    dataChoices.flatMap(({ id }) => (analysis[id] === undefined ? [] : [[id, analysis[id]]])),
  );
