import type { AnswerProps } from './answer-props.ts';
import { ByBits } from './by-bits.tsx';
import { Models } from './model-rows.tsx';
import { finderUrl } from './names.tsx';
import { Nothing } from './nothing.tsx';
import { Sentences } from './sentences.tsx';
import { count, heading, measureWords, points, reasonWords } from './words.ts';

/** Models of the first group, and of the next one, that are listed in the open. */
const listedFirst = 8;
const listedNext = 5;

/** What a model of the next group is set against. */
const ofNext = 'the first of this group';

/** The shortlist: the answer in words, the models that it names, and the groups that they come from. */
export function Answer(props: AnswerProps) {
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
