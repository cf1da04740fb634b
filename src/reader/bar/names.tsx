import { render } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { reasonOf } from '../failed-import.ts';
import { useCombobox } from '../ui/combobox.ts';
import type { Control } from '../ui/range-slider.ts';
import { mostSuggestions, suggest, type Choice } from './suggest.ts';

/** Stands for a blank cell; written so that it cannot be taken for a name. */
const words = (name: string) => (name === 'none' ? 'none given' : name);

interface Props {
  label: string;
  base: string;
  /** What is chosen, in small letters. */
  chosen: readonly string[];
  /** The names that there are, asked for when the reader first reaches the field. */
  choices(): Promise<readonly Choice[]>;
  choose(names: readonly string[]): void;
}

/** Removable chips of what is chosen, and a combobox that adds to them. Names are strangers' text and only ever text. */
function Names({ label, base, chosen, choices, choose }: Props) {
  const [known, setKnown] = useState<readonly Choice[]>([]);
  const [text, setText] = useState('');
  const [remark, setRemark] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const found = suggest(known, text, chosen);
  const shown = found.slice(0, mostSuggestions);
  const spelt = (name: string) =>
    words(known.find((choice) => choice.name.toLowerCase() === name)?.name ?? name);

  const reach = () =>
    void choices().then(setKnown, (error: unknown) =>
      setRemark(`The names could not be loaded: ${reasonOf(error)}. Write them in full and press Enter.`),
    );
  const add = (...names: string[]) => {
    setText('');
    box.close();
    choose([...chosen, ...names]);
  };
  const remove = (name: string) => {
    choose(chosen.filter((each) => each !== name));
    input.current!.focus();
  };
  const box = useCombobox({
    base,
    count: shown.length,
    enter(active) {
      const [choice, written] = [shown[active], text.trim().toLowerCase()];
      if (choice) add(choice.name.toLowerCase());
      // Without the list a name is taken as it is written; several may be pasted with commas between them.
      else if (written !== '' && (known.length === 0 || written.includes(',')))
        add(
          ...written
            .split(',')
            .map((name) => name.trim())
            .filter((name) => name !== ''),
        );
      else box.close();
      return true;
    },
    escape() {
      setText('');
      return text !== '';
    },
    leave: () =>
      setRemark(
        text.trim() === '' ? '' : `“${text.trim()}” filters nothing until a name is chosen from the list.`,
      ),
  });
  useLayoutEffect(() => {
    if (box.isOpen) box.list.current!.scrollIntoView({ block: 'nearest' });
  }, [box.isOpen]);
  const said =
    !box.open || known.length === 0
      ? remark
      : shown.length === 0
        ? `No name with “${text.trim()}” in it.`
        : shown.length < found.length
          ? `${shown.length} of ${found.length} names; type to narrow.`
          : `${shown.length === 1 ? 'One name' : `${shown.length} names`}.`;
  return (
    <>
      <ul class="names-chosen" aria-label={`${label}: chosen`} hidden={chosen.length === 0}>
        {chosen.map((name) => (
          <li key={name}>
            <span>{spelt(name)}</span>
            <button type="button" aria-label={`Remove ${spelt(name)}`} onClick={() => remove(name)}>
              ×
            </button>
          </li>
        ))}
      </ul>
      <input
        {...box.field}
        ref={input}
        id={`${base}-input`}
        type="text"
        aria-label={label}
        maxLength={100}
        placeholder="Type to search"
        value={text}
        onFocus={reach}
        onClick={() => {
          reach();
          box.offer(text);
        }}
        // What is typed is no filter before it is chosen.
        onChange={(event) => event.stopPropagation()}
        onInput={(event) => {
          event.stopPropagation();
          setText(event.currentTarget.value);
          setRemark('');
          reach();
          box.offer(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          const last = chosen.at(-1);
          if (event.key === 'Backspace' && text === '' && last !== undefined) remove(last);
          else box.field.onKeyDown(event);
        }}
      />
      <ul {...box.listbox} class="names-list" aria-label={label}>
        {shown.map(({ name, models }, index) => (
          <li key={name} {...box.option(index, () => add(name.toLowerCase()))}>
            <span>{words(name)}</span>{' '}
            <span class="names-count">
              {models.toLocaleString('en')}
              <span class="sr-only">{models === 1 ? ' model' : ' models'}</span>
            </span>
          </li>
        ))}
      </ul>
      <p class="names-said" aria-live="polite">
        {said}
      </p>
    </>
  );
}

/**
 * Puts chips and a combobox in place of the text field of a group. The field, then hidden, keeps the chosen names with
 * commas between them and tells its form of every change.
 */
export function mountNames(group: HTMLElement, choices: () => Promise<readonly Choice[]>): Control {
  const field = group.querySelector<HTMLInputElement>('input')!;
  const box = document.createElement('div');
  box.className = 'names';
  const refresh = () =>
    render(
      <Names
        label={field.getAttribute('aria-label') ?? ''}
        base={`slice-${field.name}`}
        chosen={field.value.split(',').filter((name) => name !== '')}
        choices={choices}
        choose={(names) => {
          field.value = names.join(',');
          refresh();
          field.dispatchEvent(new Event('change', { bubbles: true }));
        }}
      />,
      box,
    );
  field.type = 'hidden';
  field.after(box);
  refresh();
  return { refresh };
}
