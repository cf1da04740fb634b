import { formatNumber } from '../statistics/format.ts';
import { findStatistic } from '../statistics/statistics.ts';
import type { Change, Differences, NumberChange, VerdictChange } from './compare.ts';
import type { MeantNumber } from './meaning.ts';

/** A part of what changed: its heading, what it counts, and a line for each change, with lines of its own below it. */
export interface Part {
  heading: string;
  lines: readonly { text: string; below: readonly string[] }[];
}

const onPreparation = { reviewed: '', prepared: ' (the notebook’s preparation)' };

const most = 12;

/** A number as the report writes it, with as many further digits as asked for. */
function written(number: MeantNumber, id: string, further: number): string {
  if (number.value === null) return `none, n = ${number.n}`;
  const unit = findStatistic(id)?.definition.unit;
  const write = (value: number) =>
    unit
      ? formatNumber(value, unit, unit.digits + further)
      : String(Number(value.toPrecision(Math.min(4 + further, 15))));
  const ends =
    number.low === null || number.high === null ? '' : ` (${write(number.low)} to ${write(number.high)})`;
  return `${write(number.value)}${ends}, n = ${number.n}`;
}

/** Both sides of a changed number, with so many digits that they differ. */
function bothWritten({ id, before, after }: NumberChange): Change<string> {
  const write = (number: MeantNumber | undefined, further: number) => number && written(number, id, further);
  for (let further = 0; further <= most; further++) {
    const both = { before: write(before, further), after: write(after, further) };
    if (both.before !== both.after || further === most) return both;
  }
  return {};
}

const fromTo = ({ before, after }: Change<string>): string =>
  before === undefined ? `new: ${after}` : after === undefined ? `gone: ${before}` : `${before} → ${after}`;

const verdictLine = ({ id, sentence, preparation, before, after }: VerdictChange) => ({
  text: `${id}${onPreparation[preparation]}: ${fromTo({ before: before?.verdict, after: after?.verdict })}`,
  below: [sentence, ...(after ? [after.evidence] : [])],
});

const numberLine = (change: NumberChange) => ({
  text: `${change.id}${onPreparation[change.preparation]}: ${fromTo(bothWritten(change))}`,
  below: [(change.after ?? change.before)!.label],
});

/** Changed verdicts and numbers in words; the numbers that left their interval stand apart. */
export function partsOfNumbers({ verdicts, numbers }: Pick<Differences, 'verdicts' | 'numbers'>): Part[] {
  const beyond = numbers.filter((change) => change.beyond);
  const within = numbers.filter((change) => !change.beyond);
  return [
    { heading: 'Verdicts', lines: verdicts.map(verdictLine) },
    { heading: 'Numbers that left their interval', lines: beyond.map(numberLine) },
    { heading: 'Other numbers', lines: within.map(numberLine) },
  ];
}

/** Everything that changed, in words. */
export const partsOf = (differences: Differences): Part[] => [
  ...partsOfNumbers(differences),
  {
    heading: 'Sentences',
    lines: differences.sentences.map(({ page, lines }) => ({
      text: page,
      below: lines.map(({ sign, text }) => `${sign} ${text}`),
    })),
  },
  {
    heading: 'Charts',
    lines: differences.charts.map(({ id, question, what, takeaway }) => ({
      text: `${id}: ${what}`,
      below: [
        question,
        ...(takeaway.before === takeaway.after
          ? []
          : [
              ...(takeaway.before === undefined ? [] : [`- ${takeaway.before}`]),
              ...(takeaway.after === undefined ? [] : [`+ ${takeaway.after}`]),
            ]),
      ],
    })),
  },
];

const nothing = 'Nothing that the report says has changed.';

const shorten = (part: Part, limit: number) => ({
  ...part,
  lines: part.lines.slice(0, limit),
  hidden: Math.max(0, part.lines.length - limit),
});

/** The parts for a terminal; of each at most so many lines, and how many more there are. */
export function inText(parts: readonly Part[], limit = Infinity): string {
  const changed = parts.filter(({ lines }) => lines.length > 0);
  if (changed.length === 0) return `${nothing}\n`;
  return changed
    .map((part) => {
      const { lines, hidden } = shorten(part, limit);
      const text = lines.flatMap((line) => [`  ${line.text}`, ...line.below.map((each) => `      ${each}`)]);
      const more = hidden > 0 ? [`  … and ${hidden} more`] : [];
      return [`${part.heading} (${part.lines.length})`, ...text, ...more, ''].join('\n');
    })
    .join('\n');
}

/** Text that Markdown shows as it is written: names of models are strangers'. */
export const escaped = (text: string): string =>
  text.replaceAll(/[\\`*_{}[\]<>#|!~&@]/g, (sign) => `&#${sign.codePointAt(0)};`);

/** The parts for a page that shows Markdown, folded; of each at most so many lines, and how many more there are. */
export function inMarkdown(parts: readonly Part[], limit = 200): string {
  const changed = parts.filter(({ lines }) => lines.length > 0);
  if (changed.length === 0) return `### What moved\n\n${nothing}\n`;
  const counts = changed.map(({ heading, lines }) => `| ${heading} | ${lines.length} |`);
  const folded = changed.map((part) => {
    const { lines, hidden } = shorten(part, limit);
    const text = lines.flatMap((line) => [
      `- ${escaped(line.text)}`,
      ...line.below.map((each) => `  - ${escaped(each)}`),
    ]);
    const more = hidden > 0 ? [`- … and ${hidden} more`] : [];
    return [
      `<details><summary>${part.heading} (${part.lines.length})</summary>`,
      '',
      ...text,
      ...more,
      '',
      '</details>',
    ].join('\n');
  });
  return ['### What moved', '', '| | |', '| --- | ---: |', ...counts, '', ...folded, ''].join('\n');
}
