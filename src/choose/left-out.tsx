import type { Pages } from './answer-props.ts';
import { Name } from './names.tsx';
import type { LeftOut } from './shortlist.ts';
import { count, points } from './words.ts';

/** Most models of the first group that the sentence names; all stand in the list. */
const namedFirst = 2;

/** Which models a caution leaves out, and whether they would be in the first group. */
export function LeftOutByCaution({ models, first, pages }: LeftOut & { pages: Pages }) {
  const [only, ...others] = models;
  if (others.length === 0)
    return (
      <p class="choose-sentence">
        One model that fits is left out for its caution: <Name of={only} pages={pages} />, with{' '}
        {points(only.score)}; it would {first.length === 0 ? 'not ' : ''}be in the first group.
      </p>
    );
  return (
    <>
      <p class="choose-sentence">
        {count(models.length)} models that fit are left out for <a href={pages.cautions}>their cautions</a>;{' '}
        {first.length === 0 ? 'none' : count(first.length)} of them would be in the first group
        {first.slice(0, namedFirst).map((of, at) => (
          <>
            {at > 0 ? ' and ' : first.length > namedFirst ? ', the best ' : ': '}
            <Name of={of} pages={pages} />
          </>
        ))}
        .
      </p>
      <details>
        <summary>Models left out for their cautions</summary>
        <ul>
          {models.map((of) => (
            <li key={of.candidate.model}>
              <Name of={of} pages={pages} />, with {points(of.score)}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
