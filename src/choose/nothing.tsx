import type { AnswerProps } from './answer-props.ts';
import { machineWords } from './memory.ts';
import { Asked } from './sentences.tsx';
import { step } from './step.ts';
import { changeWords, count } from './words.ts';

/** What is said where nothing fits, with what would leave something. */
export function Nothing(props: AnswerProps) {
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
