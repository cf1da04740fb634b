import { useId, useMemo, useState } from 'preact/hooks';
import type { KnownName } from './known-names.ts';
import { mostNames, searchNames, type Offer } from './name-search.ts';
import { count, points, size } from './words.ts';
import { reasonOf } from '../reader/failed-import.ts';
import { useCombobox } from '../reader/ui/combobox.ts';

interface Props {
  label: string;
  /** The models, fetched when the field is first reached. */
  models(): Promise<readonly KnownName[]>;
  choose(name: string): void;
  /** The name of the field in a form, and what stands in it at first. */
  name?: string;
  initial?: string;
}

/** What is known of a model that is offered, in words. */
const factsOf = ({ model, formerly }: Offer): string =>
  [
    formerly === '' ? '' : `also known as ${formerly}`,
    model.parameters_b === 0 ? 'size not known' : size(model.parameters_b),
    `average ${points(model.average)}`,
    `${count(model.likes)} ${model.likes === 1 ? 'like' : 'likes'}`,
    model.official ? 'official' : '',
    model.isCopy ? 'a copy' : '',
    model.isGone ? 'gone from the Hub' : '',
    model.caution === '' ? '' : `caution: ${model.caution}`,
  ]
    .filter((fact) => fact !== '')
    .join(', ');

/** A field that offers models while the reader types or pastes. Names are strangers' text and only ever set as text. */
export function Search({ label, models, choose, name, initial = '' }: Props) {
  const base = useId();
  const [known, setKnown] = useState<readonly KnownName[] | undefined>();
  const [problem, setProblem] = useState('');
  const [text, setText] = useState(initial);
  const found = useMemo(() => (known ? searchNames(known, text) : []), [known, text]);
  const shown = found.slice(0, mostNames);

  const reach = () =>
    void models().then(
      (all) => {
        setKnown(all);
        setProblem('');
      },
      (error: unknown) => setProblem(`The names could not be loaded: ${reasonOf(error)}.`),
    );
  const take = (offer: Offer | undefined) => {
    if (!offer) return;
    setText('');
    box.close();
    choose(offer.model.name);
  };
  const box = useCombobox({
    base,
    count: shown.length,
    initiallyOpen: initial !== '',
    enter(active) {
      // A form may still send what the search does not find.
      if (name !== undefined && known && shown.length === 0) return false;
      if (known) take(shown[Math.max(active, 0)]);
      // Pasted and sent off before the names are there: it is taken up once they are.
      else
        void models().then(
          (all) => take(searchNames(all, text)[0]),
          () => undefined,
        );
      return true;
    },
  });
  const said =
    problem !== ''
      ? problem
      : text.trim() === '' || !known
        ? ''
        : found.length === 0
          ? 'No model has all of this in its name.'
          : found.length > shown.length
            ? `The first ${shown.length} of ${count(found.length)} models; type on to narrow.`
            : `${count(found.length)} ${found.length === 1 ? 'model' : 'models'}.`;
  return (
    <div class="finder-search">
      <label for={`${base}-field`}>{label}</label>
      <input
        {...box.field}
        id={`${base}-field`}
        type="text"
        name={name}
        maxLength={300}
        required={name !== undefined}
        value={text}
        onFocus={reach}
        onInput={(event) => {
          setText(event.currentTarget.value);
          box.offer(event.currentTarget.value);
        }}
      />
      <ul {...box.listbox} aria-label={label}>
        {shown.map((offer, index) => (
          <li key={offer.model.name} {...box.option(index, () => take(offer))}>
            <span class="finder-offered">{offer.model.name}</span>
            <span class="sr-only">, </span>
            <span class="finder-offer-facts">{factsOf(offer)}</span>
          </li>
        ))}
      </ul>
      <p class="finder-said" aria-live="polite">
        {said}
      </p>
    </div>
  );
}
