import { cautionWords } from '../dataset/cautions.ts';
import { hubAddress } from '../figures/hub.ts';
import { queryOf } from '../slice/parameters.ts';
import type { Pages } from './answer-props.ts';
import type { Candidate } from './candidates.ts';
import { refusalWord } from './refusals.ts';
import type { Ranked } from './shortlist.ts';

/** Address of the model finder with models side by side. */
export const finderUrl = (finder: string, models: readonly string[]) =>
  `${finder}?${queryOf(models.map((model) => ['m', model]))}`;

/** The page of a model that a reader can read: on the Hub, and in the finder where that has none. */
export const pageOf = ({ model, onHub }: Candidate, { finder }: Pages): string =>
  (onHub ? hubAddress(model) : null) ?? finderUrl(finder, [model]);

/** What must not be missed of a model wherever it is named, each with the way to what it means. */
export const marksOf = ({ caution, model }: Candidate, { cautions }: Pages) => {
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
export function Name({ of: { candidate }, pages }: { of: Ranked; pages: Pages }) {
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
