import { useMemo, useState } from 'preact/hooks';
import { mostMemory } from '../choose/machine-parameters.ts';
import { memoryText } from '../choose/gigabytes.ts';
import { licenceOptions, licencesAsked, type LicenceAsked } from '../choose/licences.ts';
import { allowance, bitWidths } from '../choose/memory.ts';
import { leadWords, restsWords } from '../choose/test-words.ts';
import { benchmarkTitles } from '../dataset/benchmarks.ts';
import { cautionLegend } from '../figures/parts/cautioned.ts';
import { quote } from '../slice/field.ts';
import { costs, gains, readChoice, type Choice, type Cost, type Gain } from './address.ts';
import { ComparedLegend } from './compared-legend.tsx';
import { FrontPlot } from './front-plot.tsx';
import { frontOf, frontRows, hasCost, isCarbon, mostClose, tiesOf, type Ties } from './front.ts';
import { linkOf, ModelLink } from './model-link.tsx';
import { useShared } from './shared.ts';
import type { TableModel } from './model-table.ts';
import { axisTitle, count, kg, points, size, text } from './words.ts';

/** A memory as a reader types it; null for any, undefined where it is none. */
export function typedMemory(text: string): number | null | undefined {
  const { choice, problems } = readChoice(new URLSearchParams([['memory', text.trim()]]));
  return problems.length > 0 ? undefined : choice.memory;
}

/** Most models that are listed as not told from the best. */
const mostTied = 30;

interface Props {
  /** Models that the slice and the memory leave. */
  kept: readonly TableModel[];
  /** Points by which nine in ten repeated runs differ at most, and how many models say so. */
  noise: { points: number; models: number };
  marked: readonly TableModel[];
  /** Whether the one of those at a position is none of the kept. */
  isOutside(at: number): boolean;
  choice: Choice;
  change(part: Partial<Choice>): void;
}

/** How many models cannot be told from the best of all that are left, and which. */
function TiesOfBest({ ties: { best, others, compared, lead }, gain }: { ties: Ties; gain: Gain }) {
  const { machine } = useShared();
  const listed = others.slice(0, mostTied);
  const measure = gain === 'average' ? 'its average' : `its result on ${axisTitle(gain)}`;
  return (
    <>
      <p>
        The best by {gain === 'average' ? 'average' : axisTitle(gain)} is <ModelLink {...linkOf(best)} />,
        with {points(best[gain])}.{' '}
        {compared === 0
          ? 'There is no other.'
          : others.length === 0
            ? `${compared === 1 ? 'The other' : `All ${count(compared)} others`} can be told from it by ${measure}.`
            : compared === 1
              ? `The other cannot be told from it by ${measure}, by the 95\u00a0% error of their difference.`
              : `Of ${count(compared)} others, copies aside, ${others.length === 1 ? 'one' : count(others.length)} cannot be told from it by ${measure}, by Holm’s procedure over all these comparisons, at 95\u00a0%: that asks for more than the ± of a single difference.`}{' '}
        {lead && (
          <>
            One test decides the first place: without {benchmarkTitles[lead.test]},{' '}
            <ModelLink {...linkOf(lead.first.model)} /> {leadWords(lead)}.{' '}
          </>
        )}
        {(lead !== undefined || others.some(({ rests }) => rests)) && (
          <a href={`${machine}#choose-cautions`}>When a model or the first place rests on one test</a>
        )}
      </p>
      {others.length > 0 && (
        <details class="finder-ties">
          <summary>
            {others.length > mostTied
              ? `The first ${mostTied} of these`
              : others.length === 1
                ? 'Which one this is'
                : 'Which these are'}
          </summary>
          <ol class="finder-list">
            {listed.map(({ model, behind, toldFrom, rests }) => (
              <li key={model.row}>
                <ModelLink {...linkOf(model)} />, {size(model.parameters_b)}, {points(behind)} behind;{' '}
                {points(toldFrom)} would tell them apart
                {rests && `; ${restsWords({ rests }, 'the best')}`}
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

/** Which models of the slice no other beats on a cost and a gain of the reader's choice. */
export function FrontSection({ kept, noise, marked, isOutside, choice, change }: Props) {
  const { cost, gain, withClose, memory, bits, licence, onHub, withoutCautioned } = choice;
  const { machine, cautions } = useShared();
  const cautioned = kept.filter(({ caution }) => caution !== null).length;
  const ties = useMemo(() => tiesOf(kept, gain), [kept, gain]);
  const nearest = ties?.others[0];
  const [refused, setRefused] = useState('');
  const front = useMemo(() => frontOf(kept, cost, gain, noise.points), [kept, cost, gain, noise.points]);
  const rows = useMemo(() => frontRows(kept, front, cost, gain, marked), [kept, front, cost, gain, marked]);
  const hasGhost = rows.some(({ layer }) => layer === 'recorded');
  const hasSign = front.members.some(({ model, member }) => member && model.caution !== null);
  const members = front.members.filter(({ member }) => member);
  const listed = withClose ? front.members : members;
  const costText = (model: TableModel) => (isCarbon(cost) ? kg : size)(model[cost]);
  const options = <T extends string>(values: readonly T[], title: (value: T) => string) =>
    values.map((value) => (
      <option key={value} value={value}>
        {title(value)}
      </option>
    ));
  return (
    <section class="finder-front first-view" aria-labelledby="finder-front">
      <h2 id="finder-front">The best for their cost</h2>
      <p>
        Set constraints in the bar (size, active size, carbon, the name of a licence, dates, provider), and of
        memory and of licences for any use here.
        {front.considered > 0 && (
          <>
            {' '}
            {front.considered === 1
              ? 'One model is left that has both values.'
              : `Of the ${count(front.considered)} models that are left and have both values, copies counted once, ${members.length === 1 ? 'one is' : `${count(members.length)} are`} beaten by no other: none costs as little and scores as high.`}
          </>
        )}
      </p>
      <p class="finder-note">
        <a href={machine}>Which model for my machine</a> names one model for a memory, with all that cannot be
        told from it, and leaves out models with a <a href={cautions}>caution</a>,{' '}
        {withoutCautioned
          ? 'as is done here.'
          : cautioned === 0
            ? 'of which none is left here.'
            : `of which ${count(cautioned)} ${cautioned === 1 ? 'is' : 'are'} left here, each with its caution behind the name.`}
      </p>
      <p class="finder-choices">
        <label>
          Memory up to, GB{' '}
          <input
            type="text"
            inputMode="decimal"
            name="memory"
            size={6}
            maxLength={12}
            placeholder="any"
            autocomplete="off"
            value={memory === null ? '' : memoryText(memory)}
            aria-describedby="finder-memory"
            aria-invalid={refused !== ''}
            onChange={({ currentTarget }) => {
              const typed = typedMemory(currentTarget.value);
              setRefused(typed === undefined ? currentTarget.value : '');
              if (typed !== undefined) change({ memory: typed });
            }}
          />
        </label>{' '}
        <label>
          at bits of a weight{' '}
          <select
            name="bits"
            value={String(bits)}
            onChange={(event) => change({ bits: Number(event.currentTarget.value) })}
          >
            {options([...new Set([...bitWidths, bits])].map(String), (value) => value)}
          </select>
        </label>{' '}
        <label>
          Licence{' '}
          <select
            name="licence"
            value={licence}
            onChange={(event) => change({ licence: event.currentTarget.value as LicenceAsked })}
          >
            {options(licencesAsked, (value) => licenceOptions[value])}
          </select>
        </label>{' '}
        <label>
          Less of{' '}
          <select
            name="cost"
            value={cost}
            onChange={(event) => change({ cost: event.currentTarget.value as Cost })}
          >
            {options(costs, (value) => axisTitle(value))}
          </select>
        </label>{' '}
        <label>
          More of{' '}
          <select
            name="gain"
            value={gain}
            onChange={(event) => change({ gain: event.currentTarget.value as Gain })}
          >
            {options(gains, axisTitle)}
          </select>
        </label>{' '}
        <label>
          <input
            type="checkbox"
            name="still"
            autocomplete="off"
            checked={onHub}
            onChange={(event) => change({ onHub: event.currentTarget.checked })}
          />{' '}
          Still on the Hub
        </label>{' '}
        <label>
          <input
            type="checkbox"
            name="cautioned"
            autocomplete="off"
            checked={withoutCautioned}
            onChange={(event) => change({ withoutCautioned: event.currentTarget.checked })}
          />{' '}
          Without cautioned models
        </label>
      </p>
      <p class="finder-note" id="finder-memory" role="status">
        {refused === ''
          ? `Memory: parameters × bits ÷ 8, plus ${allowance * 100} % for activations and a short cache; a longer context is not in it; of a Mixture-of-Experts model all parameters count. GB are 10⁹ bytes; a card sold with 24 GB holds “24 GiB”, which can be written here as well.`
          : `${quote(refused)} is no memory: write gigabytes, more than 0 and at most ${count(mostMemory)}, or nothing for any.`}
      </p>
      {front.considered === 0 ? (
        <p>No model is left. Take a constraint away, in the bar or here.</p>
      ) : (
        <>
          {ties && <TiesOfBest ties={ties} gain={gain} />}
          <FrontPlot
            rows={rows}
            cost={cost}
            gain={gain}
            label={`Density of ${count(front.considered)} ${front.considered === 1 ? 'model' : 'models'} by ${axisTitle(cost)}, on a log axis, and ${axisTitle(gain)}, with a stepped line through the ${members.length === 1 ? 'one model' : `${count(members.length)} models`} of the front; the table lists them.${hasGhost ? ' A dashed line is the front of CO₂ as recorded.' : ''}`}
          />
          {marked.length > 1 && (
            <ComparedLegend
              models={marked}
              note={(at) =>
                hasCost(marked[at]!, cost)
                  ? isOutside(at)
                    ? ', outside what is asked for'
                    : ''
                  : ', without a value for this chart'
              }
            />
          )}
          <p>
            <label>
              <input
                type="checkbox"
                name="close"
                checked={withClose}
                onChange={(event) => change({ withClose: event.currentTarget.checked })}
              />{' '}
              List models that are as good within noise
            </label>
          </p>
          <div class="table-scroll" role="group" aria-label="Table of the front" tabIndex={0}>
            <table aria-label="Table of the front">
              <thead>
                <tr>
                  <th scope="col">Model</th>
                  <th scope="col" class="is-right">
                    {axisTitle(cost)}
                  </th>
                  <th scope="col" class="is-right">
                    {axisTitle(gain)}
                  </th>
                  <th scope="col">Licence of its page</th>
                  <th scope="col">Submitted</th>
                </tr>
              </thead>
              <tbody>
                {listed.map(({ model, member, copies }) => (
                  <tr key={model.row} class={member ? undefined : 'is-close'}>
                    <td>
                      {member ? '' : 'as good within noise: '}
                      <ModelLink {...linkOf(model)} />
                      {copies.map((copy, at) => (
                        <>
                          {at === 0 ? (copies.length === 1 ? '; its copy ' : '; its copies ') : ', '}
                          <ModelLink {...linkOf(copy)} />
                        </>
                      ))}
                    </td>
                    <td class="is-right">{costText(model)}</td>
                    <td class="is-right">{points(model[gain])}</td>
                    <td>{text(model.license)}</td>
                    <td>{text(model.submission_date)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p class="finder-note" id="finder-front-noise">
            {front.close === 1 ? 'One other model costs' : `${count(front.close)} other models cost`} no more
            than a member and {front.close === 1 ? 'is' : 'are'} as good within noise; up to {mostClose} after
            each member are listed on request.{' '}
            {gain === 'average' ? (
              <>
                The noise is {points(noise.points)} points: for nine in ten of {count(noise.models)} models
                that were run at more than one number format, at the same commit and in the same form of the
                question, the averages of the runs differ by no more. It says what a second run of one model
                may change;{' '}
                {nearest
                  ? `that two models cannot be told apart, as above, says what other questions may change: ${points(nearest.toldFrom)} for the nearest to the best.`
                  : 'whether other questions could change which of two models is ahead is what is asked above.'}
              </>
            ) : (
              'The noise of a benchmark is the 95 % bound of a difference of two binomial shares, over its questions: of one pair alone. What cannot be told from the best, as above, is asked of all pairs with it at once, which takes more.'
            )}{' '}
            Models of the same cost and score stand on the front together.
            {hasSign && ` ${cautionLegend}`}
            {hasGhost &&
              ' The dashed line is the front of CO₂ as recorded; step-corrected it is halved before 8 February 2025, and too low for about one in ten of the models before that day.'}
          </p>
        </>
      )}
    </section>
  );
}
