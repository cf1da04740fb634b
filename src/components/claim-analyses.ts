import { textOf } from '../choices/analyses.ts';
import { choices } from '../choices/choices.ts';
import { isFragile, type Robustness, type Turning } from '../claims/analyses.ts';
import type { Verdict } from '../claims/claim.ts';

/** Where the mark of each verdict stands on the strip, so that it is told by its place: above the line, on it or below. */
const marks: Readonly<Record<Verdict, readonly [top: number, height: number]>> = {
  holds: [1, 8],
  open: [8, 4],
  fails: [11, 8],
};

export const stripHeight = 20;
/** Width of a mark with the space behind it. */
export const markWidth = 4;

/** The marks of a strip as a path for each verdict that it has. */
export function stripPaths({ judged }: Robustness): { verdict: Verdict; path: string }[] {
  return (Object.keys(marks) as Verdict[]).flatMap((verdict) => {
    const [top, height] = marks[verdict];
    const path = judged
      .flatMap(({ answer }, index) =>
        answer === verdict ? [`M${index * markWidth + markWidth / 2} ${top}v${height}`] : [],
      )
      .join('');
    return path === '' ? [] : [{ verdict, path }];
  });
}

/** The shares of the verdicts among all analyses as bars of one width together, each at the place of its verdict. */
export function verdictBars(
  { judged }: Robustness,
  width: number,
): { verdict: Verdict; x: number; y: number; width: number; height: number }[] {
  let x = 0;
  return (Object.keys(marks) as Verdict[]).flatMap((verdict) => {
    const [y, height] = marks[verdict];
    const count = judged.filter(({ answer }) => answer === verdict).length;
    const bar = { verdict, x, y, width: (width * count) / judged.length, height };
    x += bar.width;
    return count === 0 ? [] : [bar];
  });
}

/** An option of a choice in words. */
export function optionWords({ choice, option }: Pick<Turning, 'choice' | 'option'>): string {
  const { title, others } = choices.find(({ id }) => id === choice)!;
  return `${title}: ${others.find(({ id }) => id === option)!.label}`;
}

/** The query that opens the report under an option. */
export const queryOfOption = ({ choice, option }: Pick<Turning, 'choice' | 'option'>): string =>
  textOf({ [choice]: option });

const said: Readonly<Record<Verdict, string>> = {
  holds: 'it holds',
  open: 'it cannot be told',
  fails: 'it does not hold',
};

/** The verdict of more analyses than have the published one, in words behind these; blank where there is none. */
function mostOthers(robust: Robustness): string {
  const most = (Object.keys(said) as Verdict[]).reduce((a, b) => (robust[b] > robust[a] ? b : a));
  return robust[most] > robust.same ? `; in ${robust[most]} ${said[most]}` : '';
}

/**
 * In how many analyses the verdict is the published one, whether they are so few that it is fragile, which one most
 * have where that is another, and with what option it is most often another and in how many, in a sentence or two.
 */
export function robustnessWords(robust: Robustness): string {
  const { judged, same, turning } = robust;
  const count = judged.length;
  if (count === 1) return 'No choice of the analysis moves what the test reads.';
  if (same === count) return `The same in all ${count} analyses.`;
  const [most] = turning;
  const turns = most
    ? ` It turns most often with “${optionWords(most)}”, in ${most.turned} of ${most.of} analyses.`
    : '';
  const shared = isFragile(robust) ? 'Fragile: the same in only' : 'The same in';
  return `${shared} ${same} of ${count} analyses${mostOthers(robust)}.${turns}`;
}

/** The verdicts of the analyses that take an option. */
export interface OfOption extends Pick<Turning, 'choice' | 'option'> {
  words: string;
  query: string;
  holds: number;
  open: number;
  fails: number;
}

/** The verdicts by option, for every option that some analysis takes, in the order of the choices. */
export const byOption = ({ judged }: Robustness): OfOption[] =>
  choices.flatMap(({ id: choice, others }) =>
    others.flatMap(({ id: option }) => {
      const taken = judged.filter(({ analysis }) => analysis[choice] === option);
      const count = (verdict: Verdict) => taken.filter(({ answer }) => answer === verdict).length;
      const of = { choice, option };
      return taken.length === 0
        ? []
        : [
            {
              ...of,
              words: optionWords(of),
              query: queryOfOption(of),
              holds: count('holds'),
              open: count('open'),
              fails: count('fails'),
            },
          ];
    }),
  );
