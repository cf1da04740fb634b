import { useLayoutEffect, useState } from 'preact/hooks';
import { Held } from '../reader/first-view/held.tsx';
import { Answer } from './answer.tsx';
import type { Chooser } from './chooser.ts';
import { Controls } from './controls.tsx';
import { readCriteria } from './criteria.ts';
import { machineWords } from './memory.ts';
import { step } from './step.ts';
import { statusWords } from './words.ts';

interface Props {
  chooser: Pick<
    Chooser,
    'criteria' | 'problems' | 'answer' | 'failure' | 'state' | 'choose' | 'linkTo' | 'onChange' | 'retry'
  >;
  finder: string;
  cautions: string;
  /** Whether the build renders the page, which then shows the answer and says nothing of it. */
  isFirst?: boolean;
}

/** The page for choosing a model by what it has to run on. */
export function Choose({ chooser, finder, cautions, isFirst = false }: Props) {
  const [, draw] = useState(0);
  useLayoutEffect(() => chooser.onChange(() => draw((times) => times + 1)), [chooser]);
  const { criteria, problems, answer, failure, state } = chooser;
  const choose = (part: Partial<typeof criteria>) => chooser.choose(part);
  const linkTo = (part: Partial<typeof criteria>) => chooser.linkTo(part);
  // The links of the first view are of the build.
  const follow = (event: MouseEvent) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-step]');
    if (link) step(event, () => choose(readCriteria(link.href).criteria));
  };
  return (
    <>
      <Controls criteria={criteria} choose={choose} linkTo={linkTo} />
      <div class="tool-state choose-state" role="status">
        {problems.length > 0 && <p>Of the address this is left out: {problems.join('. ')}.</p>}
        {state === 'loading' && <p>Loading the models, some 170 kB.</p>}
        {failure !== undefined && (
          <p>
            The models could not be loaded: {failure}. What stands below answers another question, which its
            first line says.{' '}
            <button class="tool-button" type="button" onClick={() => chooser.retry()}>
              Try again
            </button>
          </p>
        )}
        {!isFirst && answer && state === 'answered' && (
          <p>
            {statusWords(answer.criteria, answer.shortlist)} <a href={linkTo({})}>Link to this answer</a>
          </p>
        )}
      </div>
      {answer ? (
        <section
          class="choose-answer first-view"
          key={isFirst ? 'held' : 'answer'}
          aria-label={`Answer for ${machineWords(answer.criteria)}`}
        >
          <Answer {...answer} finder={finder} cautions={cautions} linkTo={linkTo} choose={choose} />
        </section>
      ) : (
        <Held as="section" class="choose-answer first-view" key="held" onClick={follow} />
      )}
    </>
  );
}
