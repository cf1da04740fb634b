import { useEffect, useRef } from 'preact/hooks';
import type { Slice } from '../slice/slice.ts';
import { longestWords } from '../slice/kinds/words.ts';
import { replaceAddress, stepTo } from '../reader/address.ts';
import { goToSlice, readerSlice } from '../reader/reader-slice.ts';

/** Milliseconds without a key after which a text is searched for. */
const pause = 250;

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
    // Letters do not become steps.
    goToSlice(next, stepped.current ? replaceAddress : stepTo);
    stepped.current = true;
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
