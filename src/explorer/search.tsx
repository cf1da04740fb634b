import { useEffect, useRef } from 'preact/hooks';
import { longestWords } from '../slice/kinds/words.ts';
import { useShared } from './shared.ts';

/** Milliseconds without a key after which a text is searched for. */
const pause = 250;

/** Searches the names of models: the field `name` of the slice. One search is one step in the history. */
export function Search() {
  const { bench } = useShared();
  const input = useRef<HTMLInputElement>(null);
  const stepped = useRef(false);
  const timer = useRef(0);
  const name = bench.answer?.slice.name;
  useEffect(() => {
    // What was typed before there is an answer stays.
    if (name === undefined) return;
    const element = input.current!;
    if (document.activeElement !== element || element.value.trim().toLowerCase() !== name)
      element.value = name;
  }, [name]);
  const search = () => {
    window.clearTimeout(timer.current);
    const text = input.current!.value.trim().toLowerCase();
    const current = bench.slice();
    if (text === current.name) return;
    // Letters do not become steps.
    bench.goTo({ ...current, name: text }, !stepped.current);
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
