import type { AnswerProps } from './answer-props.ts';
import { gigabyteWords } from './gigabytes.ts';
import { Name } from './names.tsx';
import { step } from './step.ts';
import { heading, measureWords, scoreWords } from './words.ts';

/** The best that fits at 16, 8 and 4 bits, a row each, with the way to its answer. */
export function ByBits(props: AnswerProps) {
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
            <td class="is-right">{best && gigabyteWords(best.memory)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
