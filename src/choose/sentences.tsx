import { benchmarkTitles } from '../dataset/benchmarks.ts';
import type { AnswerProps } from './answer-props.ts';
import { gigabyteWords } from './gigabytes.ts';
import { LeftOutByCaution } from './left-out.tsx';
import { allowance, machineWords, mostBits } from './memory.ts';
import { Name } from './names.tsx';
import type { Named, Ranked, Reason } from './shortlist.ts';
import { leadWords, restsWords, testsWords } from './test-words.ts';
import { askedWords, count, measureWords, percent, points, withMeasure } from './words.ts';

/** Which models are asked for, with the way to what a cautioned one is. */
export function Asked({ criteria, cautions }: Pick<AnswerProps, 'criteria' | 'cautions'>) {
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

/** The answer in words. */
export function Sentences(props: AnswerProps) {
  const { criteria, shortlist } = props;
  const { fits, groups, named, lead, leftOut } = shortlist;
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
        On {machineWords(criteria)}, the{' '}
        {fits === 1 ? 'one model that fits' : `best of ${count(fits)} models that fit`}
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
            {others.length === 0 ? 'It' : <>The smallest of them, {link(smaller.member)},</>} needs{' '}
            {percent(smaller.member.memory / best.memory)} of the memory of the best.{' '}
            {smaller.member.rests && `It ${restsWords(smaller.member, 'the best')}. `}
          </>
        )}
        {!nearest && after && (
          <>
            It can be told from {fits === 2 ? 'the other' : 'all others'} by its{' '}
            {measureWords(criteria.weights)}, {told}: the next, {link(after)}, is{' '}
            {points(best.score - after.score)} behind, more than the questions leave to chance; whether it was
            tuned to these tests is not known.{' '}
          </>
        )}
        {lead && (
          <>
            One test decides the first place: without {benchmarkTitles[lead.test]}, {link(lead.first)}{' '}
            {leadWords(lead)}.
          </>
        )}
      </p>
      <p class="choose-sentence">
        {nearest &&
          `${others.length === 0 ? 'Between the two' : 'Among these'} the ${measureWords(criteria.weights)} does not decide. ${testsWords([nearest, ...others])}; licence, maker and memory may decide. `}
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
        The weights of the best take {gigabyteWords(best.weights)} and leave {gigabyteWords(best.left)} for
        the context and all else; memory is counted here as the weights plus {percent(allowance)}, enough for
        a short context, in <a href="#choose-context">GB of 10⁹ bytes</a>.{' '}
        {criteria.bits < 16 &&
          `The best fits at up to ${mostBits(criteria.memory, best.candidate.parameters_b).toFixed(2)} bits a weight. `}
        All six tests are in English.
      </p>
      {leftOut && <LeftOutByCaution {...leftOut} pages={props} />}
    </>
  );
}
