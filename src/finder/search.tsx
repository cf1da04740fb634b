import { useId, useMemo, useRef, useState } from 'preact/hooks';
import type { KnownName } from './known-names.ts';
import { mostNames, searchNames, type Offer } from './name-search.ts';
import { count, points, size } from './words.ts';
import { reasonOf } from '../reader/failed-import.ts';

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
    model.caution === '' ? '' : `caution: ${model.caution}`,
  ]
    .filter((fact) => fact !== '')
    .join(', ');

/**
 * A field that offers models while the reader types or pastes: the WAI-ARIA editable combobox with a list. Names are
 * strangers' text and only ever set as text.
 */
export function Search({ label, models, choose, name, initial = '' }: Props) {
  const base = useId();
  const [known, setKnown] = useState<readonly KnownName[] | undefined>();
  const [problem, setProblem] = useState('');
  const [text, setText] = useState(initial);
  const [open, setOpen] = useState(initial !== '');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const found = useMemo(() => (known ? searchNames(known, text) : []), [known, text]);
  const shown = found.slice(0, mostNames);
  const isOpen = open && shown.length > 0;

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
    setOpen(false);
    choose(offer.model.name);
  };
  const enter = () => {
    if (known) return take(shown[active]);
    // Pasted and sent off before the names are there: it is taken up once they are.
    void models().then(
      (all) => take(searchNames(all, text)[0]),
      () => undefined,
    );
  };
  const move = (by: number) => {
    setOpen(true);
    if (shown.length === 0) return;
    const next = isOpen ? (active + by + shown.length) % shown.length : 0;
    setActive(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };
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
        id={`${base}-field`}
        type="text"
        name={name}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={`${base}-list`}
        aria-activedescendant={isOpen ? `${base}-${active}` : undefined}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        maxLength={300}
        required={name !== undefined}
        value={text}
        onFocus={reach}
        onBlur={() => setOpen(false)}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
          setOpen(true);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') move(1);
          else if (event.key === 'ArrowUp') move(-1);
          else if (event.key === 'Enter') {
            // A form may still send what the search does not find.
            if (name !== undefined && known && shown.length === 0) return;
            enter();
          } else if (event.key === 'Escape' && isOpen) setOpen(false);
          else return;
          event.preventDefault();
        }}
      />
      <ul id={`${base}-list`} role="listbox" aria-label={label} ref={list} hidden={!isOpen}>
        {shown.map((offer, index) => (
          <li
            key={offer.model.name}
            id={`${base}-${index}`}
            role="option"
            aria-selected={index === active}
            // The press must not take the focus from the field first.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(offer)}
          >
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
