import { useEffect, useRef } from 'preact/hooks';
import { fields } from '../slice/fields.ts';
import { formatSlice, type Slice } from '../slice/slice.ts';
import { longestWords } from '../slice/kinds/words.ts';
import { goToSlice, readerSlice } from '../reader/reader-slice.ts';

/** Milliseconds without a key after which a text is searched for. */
const pause = 250;

/** Replaces the slice in the address without a step of its own, so that letters do not become steps. */
function replaceSlice(slice: Slice): void {
  const url = new URL(location.href);
  const others = [...url.searchParams].filter(([name]) => !Object.hasOwn(fields, name));
  // Written as a step writes it, so that the step to it is none.
  url.search = [formatSlice(slice), new URLSearchParams(others).toString()]
    .filter((part) => part !== '')
    .join('&');
  history.replaceState(history.state, '', url);
}

/** Searches the names of models: the field `name` of the slice. One search is one step in the history. */
export function Search({ slice }: { slice: Slice | undefined }) {
  const input = useRef<HTMLInputElement>(null);
  const stepped = useRef(false);
  const timer = useRef(0);
  const name = slice?.name ?? '';
  useEffect(() => {
    const element = input.current!;
    if (document.activeElement !== element || element.value.trim().toLowerCase() !== name)
      element.value = name;
  }, [name]);
  const search = () => {
    window.clearTimeout(timer.current);
    const text = input.current!.value.trim().toLowerCase();
    const current = readerSlice().slice;
    if (text === current.name) return;
    const next = { ...current, name: text };
    if (stepped.current) replaceSlice(next);
    stepped.current = true;
    goToSlice(next);
  };
  return (
    <label class="table-search">
      <span>Name contains</span>
      <input
        ref={input}
        type="search"
        maxLength={longestWords}
        autocomplete="off"
        spellcheck={false}
        onInput={() => {
          window.clearTimeout(timer.current);
          timer.current = window.setTimeout(search, pause);
        }}
        onChange={search}
        onBlur={() => {
          search();
          stepped.current = false;
        }}
      />
    </label>
  );
}
