import { useId, useRef, useState } from 'preact/hooks';
import { mostNames, searchNames } from './name-search.ts';
import { count } from './words.ts';
import { reasonOf } from '../reader/failed-import.ts';

interface Props {
  label: string;
  /** The names, fetched when the field is first reached. */
  names(): Promise<readonly string[]>;
  choose(name: string): void;
  /** Why the results of a model should not be passed on without a word; blank for none, or while that is not known. */
  cautionOf(name: string): string;
}

/**
 * A field that offers names while the reader types or pastes: the WAI-ARIA editable combobox with a list. Names
 * are strangers' text and only ever set as text.
 */
export function Search({ label, names, choose, cautionOf }: Props) {
  const base = useId();
  const [known, setKnown] = useState<readonly string[] | undefined>();
  const [problem, setProblem] = useState('');
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const found = known ? searchNames(known, text) : [];
  const shown = found.slice(0, mostNames);
  const isOpen = open && shown.length > 0;

  const reach = () =>
    void names().then(setKnown, (error: unknown) =>
      setProblem(`The names could not be loaded: ${reasonOf(error)}.`),
    );
  const take = (name: string | undefined) => {
    if (name === undefined) return;
    setText('');
    setOpen(false);
    choose(name);
  };
  const enter = () => {
    if (known) return take(shown[active]);
    // Pasted and sent off before the names are there: it is taken up once they are.
    void names().then(
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
          ? 'No model has this in its name.'
          : found.length > shown.length
            ? `The first ${shown.length} of ${count(found.length)} models; type on to narrow.`
            : `${count(found.length)} ${found.length === 1 ? 'model' : 'models'}.`;
  return (
    <div class="finder-search">
      <label for={`${base}-field`}>{label}</label>
      <input
        id={`${base}-field`}
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={`${base}-list`}
        aria-activedescendant={isOpen ? `${base}-${active}` : undefined}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        maxLength={300}
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
          else if (event.key === 'Enter') enter();
          else if (event.key === 'Escape' && isOpen) setOpen(false);
          else return;
          event.preventDefault();
        }}
      />
      <ul id={`${base}-list`} role="listbox" aria-label={label} ref={list} hidden={!isOpen}>
        {shown.map((name, index) => (
          <li
            key={name}
            id={`${base}-${index}`}
            role="option"
            aria-selected={index === active}
            // The press must not take the focus from the field first.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(name)}
          >
            {name}
            {cautionOf(name) !== '' && <span class="finder-note"> (caution: {cautionOf(name)})</span>}
          </li>
        ))}
      </ul>
      <p class="finder-said" aria-live="polite">
        {said}
      </p>
    </div>
  );
}
