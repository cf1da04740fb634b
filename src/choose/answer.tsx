import { benchmarks, benchmarkTitles } from '../dataset/benchmarks.ts';
import { cautionWords } from '../dataset/cautions.ts';
import { hubAddress } from '../figures/hub.ts';
import { isElsewhere } from '../reader/ui/elsewhere.ts';
import { queryOf } from '../slice/parameters.ts';
import type { Criteria } from './criteria.ts';
import { allowance, machineWords, mostBits } from './memory.ts';
import type { Candidate } from './candidates.ts';
import { refusalWord } from './refusals.ts';
import type { Member, Named, Ranked, Reason, Shortlist } from './shortlist.ts';
import {
  askedWords,
  behindWords,
  changeWords,
  count,
  factsOf,
  heading,
  measureWords,
  percent,
  withMeasure,
  memory,
  points,
  reasonWords,
  restsWords,
  scoreWords,
  testsWords,
  testWords,
} from './words.ts';

/** Models of the first group, and of the next one, that are listed in the open. */
const listedFirst = 8;
const listedNext = 5;

interface Props {
  criteria: Criteria;
  shortlist: Shortlist;
  /** Addresses of the model finder, and of what says when a model is cautioned. */
  finder: string;
  cautions: string;
  /** Address of other criteria, and the way there. */
  linkTo(part: Partial<Criteria>): string;
  choose?(part: Partial<Criteria>): void;
}

/** Address of the model finder with models side by side. */
const finderUrl = (finder: string, models: readonly string[]) =>
  `${finder}?${queryOf(models.map((model) => ['m', model]))}`;

type Pages = Pick<Props, 'finder' | 'cautions'>;

/** The page of a model that a reader can read: on the Hub, and in the finder where that has none. */
const pageOf = ({ model, onHub }: Candidate, { finder }: Pages): string =>
  (onHub ? hubAddress(model) : null) ?? finderUrl(finder, [model]);

/** What must not be missed of a model wherever it is named, each with the way to what it means. */
const marksOf = ({ caution, model }: Candidate, { cautions }: Pages) => {
  const [cautioned, refusal] = [cautionWords(caution), refusalWord(model)];
  return [
    cautioned !== '' && (
      <>
        <a href={cautions}>caution</a>: {cautioned}
      </>
    ),
    refusal && (
      <>
        <a href="#choose-refusals">called {refusal}</a>, changed to refuse less
      </>
    ),
  ].filter(Boolean);
};

/** The name of a model with the way to its page, and its marks. */
function Name({ of: { candidate }, pages }: { of: Ranked; pages: Pages }) {
  const marks = marksOf(candidate, pages);
  return (
    <>
      <a href={pageOf(candidate, pages)}>{candidate.model}</a>
      {marks.length > 0 && (
        <>
          {' ('}
          {marks.map((mark, at) => [at > 0 && '; ', mark])})
        </>
      )}
    </>
  );
}

/** What is said of a model below its name. */
function Facts({ member, against, pages }: { member: Member; against: string; pages: Pages }) {
  const { candidate } = member;
  const { model, onHub } = candidate;
  const rests = restsWords(member, against);
  return (
    <>
      {factsOf(member, behindWords(member, against)).join(' · ')}
      {rests !== '' && ` · ${rests}`}
      {marksOf(candidate, pages).map((mark) => [' · ', mark])}
      {!onHub && ' · gone from the Hub'}
      <span class="choose-profile">
        {' · '}
        <a href={finderUrl(pages.finder, [model])} aria-label={`profile of ${model} in the model finder`}>
          profile
        </a>
      </span>
      <ul class="choose-scores" aria-label="Scores">
        {benchmarks.map((name) => (
          <li key={name} class={member.apart?.[name] === undefined ? undefined : 'is-apart'}>
            {testWords(member, name, against)}
          </li>
        ))}
      </ul>
    </>
  );
}

interface TableProps {
  label: string;
  measure: string;
  rows: readonly { member: Member; reason?: string }[];
  pages: Pages;
  /** What the members are set against, in words. */
  against?: string;
}

function Models({ label, measure, rows, pages, against = 'the best' }: TableProps) {
  return (
    <table class="choose-table">
      <caption class="sr-only">{label}</caption>
      <thead>
        <tr>
          <th scope="col">Model</th>
          <th scope="col" class="is-right">
            {measure} ±
          </th>
          <th scope="col" class="is-right">
            Memory
          </th>
        </tr>
      </thead>
      {rows.map(({ member, reason }) => (
        <tbody key={member.candidate.model}>
          {reason !== undefined && (
            <tr>
              <td colSpan={3}>{reason}</td>
            </tr>
          )}
          <tr>
            <th scope="rowgroup">
              <a class="choose-name" href={pageOf(member.candidate, pages)}>
                {member.candidate.model}
              </a>
            </th>
            <td class="is-right">{scoreWords(member)}</td>
            <td class="is-right">{memory(member.memory)}</td>
          </tr>
          <tr class="choose-facts">
            <td colSpan={3}>
              <Facts member={member} against={against} pages={pages} />
            </td>
          </tr>
        </tbody>
      ))}
    </table>
  );
}

/** Which models are asked for, with the way to what a cautioned one is. */
function Asked({ criteria, cautions }: Pick<Props, 'criteria' | 'cautions'>) {
  const word = 'cautioned';
  const [before, after] = askedWords(criteria).split(word);
  return (
    <>
      {before}
      <a href={cautions}>{word}</a>
      {after}
    </>
  );
}

function Sentences(props: Props) {
  const { criteria, shortlist } = props;
  const { fits, groups, named, lead } = shortlist;
  const [best, nearest, ...others] = groups[0]!;
  const after = groups[1]?.[0];
  const link = (of: Ranked) => <Name of={of} pages={props} />;
  const told = (
    <a href="#choose-told">
      {fits === 2
        ? 'by the 95\u00a0% error of their difference'
        : `by Holm’s procedure over all ${count(fits - 1)} comparisons with it, at 95\u00a0%`}
    </a>
  );
  const found = (reason: Reason) => named.find(({ reasons }) => reasons.includes(reason));
  const stands = ({ member, isTold }: Named) => (
    <>
      is {link(member)}, {points(member.behind)} behind,{' '}
      {isTold ? 'more than the questions leave to chance' : 'which the questions cannot tell'}
    </>
  );
  const [smaller, official, free] = [found('smaller'), found('official'), found('free')];
  const [bestIsOfficial, bestIsFree] = [official?.member === best, free?.member === best];
  return (
    <>
      <p class="choose-sentence">
        On {machineWords(criteria)}, the best of {fits === 1 ? 'one model' : `${count(fits)} models`} that{' '}
        {fits === 1 ? 'fits' : 'fit'}
        {' ('}
        <Asked {...props} />, copies counted once) is <strong>{link(best)}</strong>, with{' '}
        {withMeasure(criteria.weights)} of {points(best.score)}.{' '}
        {nearest && (
          <>
            {others.length === 0 ? 'One other' : `${count(others.length + 1)} others`} cannot be told from it
            by {others.length === 0 ? 'its' : 'their'} {measureWords(criteria.weights)}, {told}: the nearest,{' '}
            {link(nearest)}, is {points(nearest.behind)} behind, and {points(nearest.toldFrom)} would tell the
            two apart.{' '}
          </>
        )}
        {smaller && (
          <>
            The smallest of them, {link(smaller.member)}, needs {percent(smaller.member.memory / best.memory)}{' '}
            of the memory of the best.{' '}
            {smaller.member.rests && `It ${restsWords(smaller.member, 'the best')}. `}
          </>
        )}
        {!nearest && after && (
          <>
            It can be told from all others by its {measureWords(criteria.weights)}, {told}: the next,{' '}
            {link(after)}, is {points(best.score - after.score)} behind, more than the questions leave to
            chance; whether it was tuned to these tests is not known.{' '}
          </>
        )}
        {lead && (
          <>
            The first place rests on one test: without {benchmarkTitles[lead.test]}, {link(lead.first)} is{' '}
            {points(Math.abs(lead.by))} {lead.by < 0 ? 'behind' : 'ahead of the best'}
            {lead.by < 0 && ', less than the standard error of the difference'}
            {lead.isTold && ', more than the questions leave to chance'}.
          </>
        )}
      </p>
      <p class="choose-sentence">
        {nearest &&
          `Between these the ${measureWords(criteria.weights)} does not decide. ${testsWords([nearest, ...others])}; licence, maker and memory may decide. `}
        {bestIsOfficial && bestIsFree && 'The best is official, and its licence allows any use. '}
        {bestIsOfficial && !bestIsFree && 'The best is official. '}
        {!official && 'No official model fits. '}
        {official && !bestIsOfficial && <>The best official one {stands(official)}. </>}
        {bestIsFree && !bestIsOfficial && 'Its own licence and that of its root allow any use. '}
        {!free &&
          'Of none that fits are both licences, its own and that of its root, known to allow any use. '}
        {free && !bestIsFree && (
          <>The best whose own licence and whose root’s allow any use {stands(free)}. </>
        )}
        {criteria.bits < 16 &&
          `What ${criteria.bits} bits cost is not in this table: each score is that of the precision it was run in. `}
        The weights of the best take {memory(best.weights)} and leave {memory(best.left)} for the context and
        all else; memory is counted here as the weights plus {percent(allowance)}, enough for a short context,
        in <a href="#choose-context">GB of 10⁹ bytes</a>.{' '}
        {criteria.bits < 16 &&
          `The best fits at up to ${mostBits(criteria.memory, best.candidate.parameters_b).toFixed(2)} bits a weight. `}
        All six tests are in English.
      </p>
    </>
  );
}

/** The best that fits at 16, 8 and 4 bits, a row each, with the way to its answer. */
function ByBits(props: Props) {
  const { criteria, shortlist, linkTo, choose } = props;
  const { byBits } = shortlist;
  return (
    <table class="choose-bits">
      <caption>The same memory at fewer or more bits: the best that fits</caption>
      <thead>
        <tr>
          <th scope="col">Bits</th>
          <th scope="col">Model</th>
          <th scope="col" class="is-right">
            {heading(measureWords(criteria.weights))}
          </th>
          <th scope="col" class="is-right">
            Memory
          </th>
        </tr>
      </thead>
      <tbody>
        {byBits.map(({ bits, best }) => (
          <tr key={bits}>
            <th scope="row">
              <a
                href={linkTo({ bits })}
                aria-current={bits === criteria.bits ? 'true' : undefined}
                data-step
                onClick={(event) => step(event, () => choose?.({ bits }))}
              >
                {bits}
                <span class="sr-only"> bits</span>
              </a>
            </th>
            <td>{best ? <Name of={best} pages={props} /> : 'none fits'}</td>
            <td class="is-right">{best && scoreWords(best)}</td>
            <td class="is-right">{best && memory(best.memory)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Nothing(props: Props) {
  const { criteria, shortlist, linkTo, choose } = props;
  const { looser } = shortlist;
  return (
    <>
      <p class="choose-sentence">
        On {machineWords(criteria)}, no model fits (
        <Asked {...props} />
        ). {looser.length > 0 ? 'Any of these changes leaves some:' : 'No single change leaves any.'}
      </p>
      <ul>
        {looser.map(({ change, fits }) => (
          <li key={changeWords(change)}>
            <a href={linkTo(change)} onClick={(event) => step(event, () => choose?.(change))}>
              {changeWords(change)}
            </a>
            : {count(fits)} {fits === 1 ? 'model' : 'models'}
          </li>
        ))}
        {looser.length === 0 && (
          <li>
            <a href="?">The question that the page opens with</a>
          </li>
        )}
      </ul>
    </>
  );
}

/** Takes a step on this page where a link was pressed without a key that opens it elsewhere. */
export function step(event: MouseEvent, go: () => void): void {
  if (isElsewhere(event)) return;
  event.preventDefault();
  go();
}

/** What a model of the next group is set against. */
const ofNext = 'the first of this group';

/** The shortlist: the answer in words, the models that it names, and the groups that they come from. */
export function Answer(props: Props) {
  const { criteria, shortlist, finder } = props;
  const { groups, named } = shortlist;
  const [first, next] = groups;
  if (!first) return <Nothing {...props} />;
  const measure = heading(measureWords(criteria.weights));
  const list = { measure, pages: props };
  const others = first.slice(1);
  const [open, folded] = [others.slice(0, listedFirst), others.slice(listedFirst)];
  const rest = next ? next.length - Math.min(next.length, listedNext) : 0;
  return (
    <>
      <Sentences {...props} />
      <ByBits {...props} />
      <h2>Named, and why</h2>
      <p class="choose-note">
        Behind ± stands the 95&nbsp;% error of one score alone. Two models are told apart by Holm’s procedure
        over all comparisons, not by their ±: the line of each says how far apart that asks for.
      </p>
      <Models
        label="Models named, and why"
        {...list}
        rows={named.map((each) => ({ member: each.member, reason: reasonWords(each, first[0]) }))}
      />
      {named.length > 1 && (
        <p class="choose-compare">
          <a
            href={finderUrl(
              finder,
              named.map(({ member }) => member.candidate.model),
            )}
          >
            Compare these in the model finder
          </a>
        </p>
      )}
      {others.length > 0 && (
        <>
          <h2>
            Cannot be told from the best: {count(others.length)} {others.length === 1 ? 'model' : 'models'}
          </h2>
          <Models
            label="Models that cannot be told from it"
            {...list}
            rows={open.map((member) => ({ member }))}
          />
          {folded.length > 0 && (
            <details>
              <summary>{count(folded.length)} more of this group</summary>
              <Models
                label="More that cannot be told from the best"
                {...list}
                rows={folded.map((member) => ({ member }))}
              />
            </details>
          )}
        </>
      )}
      {next && (
        <>
          <h2>
            The next group: {count(next.length)} {next.length === 1 ? 'model' : 'models'}
          </h2>
          <p class="choose-note">
            These are behind the best beyond the error of the questions, and cannot be told from the first of
            them, which is {points(first[0].score - next[0].score)} behind.
            {rest > 0 && ` The ${listedNext} best of them are listed.`}
          </p>
          <Models
            label="The best of the next group"
            {...list}
            against={ofNext}
            rows={next.slice(0, listedNext).map((member) => ({ member }))}
          />
        </>
      )}
    </>
  );
}
