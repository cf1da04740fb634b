import { bitWidths, memoryOf } from '../choose/memory.ts';
import { benchmarks, benchmarkTitles } from '../dataset/benchmarks.ts';
import { cautionWords } from '../dataset/cautions.ts';
import type { Column } from '../dataset/column.ts';
import { models } from '../dataset/tables.ts';
import { apart } from '../figures/parts/apart.ts';
import { comparedMarks } from '../figures/plots/compared.ts';
import { licenceIn, type CardModel, type Facts } from './facts.ts';
import { ComparedKey, ComparedLegend } from './compared-legend.tsx';
import { differenceOf, isNoise } from './difference.ts';
import { useShared } from './shared.ts';
import {
  changeWithin,
  count,
  gigabytes,
  kg,
  measureTitle,
  points,
  ranks,
  rankTitle,
  size,
  text,
} from './words.ts';

const width = 320;
const rowHeight = 40;
const room = 8;
/** Room that a letter takes, so that models that nearly coincide can be told apart. */
const letterRoom = 10;

const markSize = 4;
const letterOf = (at: number) => comparedMarks[at]!.letter;

const { columns } = models;
type Fact = [title: string, write: (model: CardModel, facts: Facts) => string];
const row = ({ label }: Column, write: Fact[1]): Fact => [label, write];

const rowsOf: readonly Fact[] = [
  ...(['average', ...benchmarks] as const).map((name) => row(columns[name], (of) => points(of[name]))),
  [rankTitle, (_, { rank }) => ranks(rank)],
  row(columns.parameters_b, (of) => size(of.parameters_b)),
  row(columns.active_parameters_b, (of) => size(of.active_parameters_b)),
  ...bitWidths.map((bits): Fact => [
    `Memory at ${bits} bits`,
    ({ parameters_b }) => gigabytes(parameters_b > 0 ? memoryOf(parameters_b, bits) : null),
  ]),
  row(columns.co2_kg, (of) => kg(of.co2_kg)),
  row(columns.co2_step_corrected_kg, (of) => kg(of.co2_step_corrected_kg)),
  row(columns.type, (of) => text(of.type)),
  ['Provider', (of) => (of.official_provider ? 'official' : 'community')],
  row(columns.chat_template, (of) => (of.chat_template ? 'yes' : 'no')),
  row(columns.license, (_, facts) => licenceIn(facts)),
  row(columns.on_hub, (of) => (of.on_hub ? 'yes' : 'no')),
  row(columns.likes, (of) => count(of.likes)),
  row(columns.submission_date, (of) => text(of.submission_date)),
  row(columns.caution, (of) => text(cautionWords(of.caution))),
];

/** Six scores of each model on a line from 0 to 100, each point with the mark and the letter of its model. */
function Dots({ models }: { models: readonly CardModel[] }) {
  const label = benchmarks
    .map(
      (name) =>
        `${benchmarkTitles[name]}: ${models.map((row, at) => `${letterOf(at)} ${points(row[name])}`).join(', ')}.`,
    )
    .join(' ');
  return (
    <svg
      class="finder-dots"
      viewBox={`0 0 ${width} ${benchmarks.length * rowHeight + 26}`}
      role="img"
      aria-label={`Scores from 0 to 100. ${label}`}
    >
      {benchmarks.map((name, line) => {
        const y = line * rowHeight + 30;
        const places = models.map((row) => room + (row[name] / 100) * (width - 2 * room));
        const letters = apart(places, letterRoom);
        return (
          <g key={name}>
            <text class="finder-dots-title" x="0" y={y - 17}>
              {benchmarkTitles[name]}
            </text>
            <line class="finder-dots-line" x1={room} x2={width - room} y1={y} y2={y} />
            {models.map((_, at) => {
              return (
                <g key={at}>
                  <path
                    class="finder-dot"
                    d={comparedMarks[at]!.shape}
                    fill={comparedMarks[at]!.colour}
                    transform={`translate(${places[at]!.toFixed(2)} ${y}) scale(${markSize})`}
                  />
                  <text class="finder-letter" x={letters[at]!.toFixed(2)} y={y - 7}>
                    {letterOf(at)}
                  </text>
                </g>
              );
            })}
          </g>
        );
      })}
      {[0, 50, 100].map((tick) => (
        <text
          key={tick}
          class="finder-dots-tick"
          x={room + (tick / 100) * (width - 2 * room)}
          y={benchmarks.length * rowHeight + 22}
        >
          {tick}
        </text>
      ))}
    </svg>
  );
}

/** How far each model is from the first, score by score. */
function Differences({ shown, against }: Pick<Props, 'shown' | 'against'>) {
  const [first, ...others] = shown.map(({ model, errors }) => ({ ...model, errors }));
  const asked = shown.map(({ model }) => model.chat_template);
  const { machine } = useShared();
  return (
    <>
      <h3 id="finder-differences">Differences from {letterOf(0)}</h3>
      <p>
        <label>
          Against{' '}
          <select
            name="against"
            value="0"
            onChange={({ currentTarget }) => against(Number(currentTarget.value))}
          >
            {shown.map(({ model }, at) => (
              <option key={model.row} value={at}>
                {model.model}
              </option>
            ))}
          </select>
        </label>
      </p>
      <div class="table-scroll" role="group" aria-label="Table of the differences" tabIndex={0}>
        <table class="finder-differences" aria-label="Table of the differences">
          <thead>
            <tr>
              <th scope="col">Score</th>
              {others.map((model, at) => (
                <th scope="col" key={model.row}>
                  {letterOf(at + 1)} − {letterOf(0)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(['average', ...benchmarks] as const).map((measure) => (
              <tr key={measure}>
                <th scope="row">{measureTitle(measure)}</th>
                {others.map((model) => {
                  const difference = differenceOf(first!, model, measure);
                  return (
                    <td key={model.row} class={isNoise(difference) ? 'is-noise' : undefined}>
                      {changeWithin(difference)}
                      {isNoise(difference) ? ', within its error' : ''}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="finder-note">
        Points, each with half of its 95 % interval by the number of questions; within its error: the interval
        holds 0. Each interval is for one difference alone; where the best is set against many, below and on{' '}
        <a href={machine}>Which model for my machine</a>, Holm’s procedure over all comparisons asks for more.
        The licence is given with that of the model that binds it besides,{' '}
        <a href={`${machine}#choose-licence`}>if that is known</a>. All models answered the same questions,
        but which of them each got right is not in the table, so no two are compared question by question:
        their errors count as independent, and as models tend to err on the same questions, the intervals are
        long rather than short.
        {asked.some((each) => each !== asked[0]) &&
          ' Some of these were asked in the chat format and some in plain text; what that changes is not in the intervals.'}
      </p>
    </>
  );
}

interface Props {
  shown: readonly Facts[];
  /** Whether the one at a position is left out by the constraints. */
  isOutside(at: number): boolean;
  /** Takes the one at a position for the one that the others are set against. */
  against(at: number): void;
}

/** Two to four models side by side. */
export function Comparison({ shown, isOutside, against }: Props) {
  const models = shown.map(({ model }) => model);
  return (
    <section class="finder-comparison" aria-labelledby="finder-comparison">
      <h2 id="finder-comparison">Side by side</h2>
      <div class="finder-columns">
        <div>
          <ComparedLegend
            models={models}
            note={(at) => (isOutside(at) ? ', outside what is asked for' : '')}
          />
          <Dots models={models} />
          <Differences shown={shown} against={against} />
        </div>
        <div class="table-scroll" role="group" aria-label="Table of the models side by side" tabIndex={0}>
          <table aria-label="Table of the models side by side">
            <thead>
              <tr>
                <th scope="col">
                  <span class="sr-only">Fact</span>
                </th>
                {models.map((row, at) => (
                  <th scope="col" key={row.model}>
                    <ComparedKey at={at}> {row.model}</ComparedKey>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rowsOf.map(([title, write]) => (
                <tr key={title}>
                  <th scope="row">{title}</th>
                  {models.map((row, at) => (
                    <td key={row.model}>{write(row, shown[at]!)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
      <p class="finder-note">
        The interval of a rank is among all models and allows for the limited number of questions alone. Two
        runs of one model differ as well: see <a href="#finder-front-noise">the noise</a> below before a small
        difference is believed.
      </p>
    </section>
  );
}
