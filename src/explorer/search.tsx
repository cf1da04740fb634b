import { useEffect, useRef, useState } from 'preact/hooks';
import { longestWords } from '../slice/kinds/words.ts';
import { patternProblem } from './pattern.ts';
import { useShared } from './shared.ts';

/** Milliseconds without a key after which a text is searched for. */
const pause = 250;

const asPattern = (pattern: string) => (pattern === '' ? '' : `/${pattern}/`);

/**
 * Searches the names of models: words in any order are the field `name` of the slice, a regular expression between
 * strokes is a filter of this page. One search is one step in the history.
 */
export function Search() {
  const { bench } = useShared();
  const input = useRef<HTMLInputElement>(null);
  const stepped = useRef(false);
  const timer = useRef(0);
  const [problem, setProblem] = useState('');
  const { answer } = bench;
  const shown = answer && (asPattern(answer.options.pattern) || answer.slice.name);
  useEffect(() => {
    // What was typed before there is an answer stays, and what was typed since it was asked for.
    if (shown === undefined || timer.current !== 0) return;
    const element = input.current!;
    const typed = element.value.trim();
    if (document.activeElement !== element || (typed !== shown && typed.toLowerCase() !== shown))
      element.value = shown;
  }, [shown]);
  const search = () => {
    window.clearTimeout(timer.current);
    timer.current = 0;
    const typed = input.current!.value.trim();
    const current = bench.slice();
    const isPattern = typed.startsWith('/');
    const name = isPattern ? '' : typed.toLowerCase();
    const pattern = isPattern ? typed.slice(1).replace(/\/$/, '') : '';
    const wrong = isPattern ? unread(typed, pattern) : '';
    setProblem(wrong);
    if (wrong !== '' || (name === current.name && pattern === bench.options.pattern)) return;
    // Letters do not become steps.
    bench.move({ ...current, name }, { within: bench.options.within, pattern }, !stepped.current);
    stepped.current = true;
  };
  return (
    <div class="table-search">
      <label>
        <span>Name contains</span>
        <input
          ref={input}
          type="search"
          maxLength={longestWords}
          autocomplete="off"
          spellcheck={false}
          aria-describedby="search-hint"
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
      <span class="search-hint" id="search-hint">
        Words in any order, or a regular expression: /^qwen.*7b/
      </span>
      {problem !== '' && (
        <span class="search-problem" role="alert">
          {problem}
        </span>
      )}
    </div>
  );
}

/** Why a pattern is not searched for; nothing where it is. */
function unread(typed: string, pattern: string): string {
  if (typed.length < 2 || !typed.endsWith('/')) return 'A regular expression ends with a second /.';
  const problem = pattern === '' ? 'nothing stands between the strokes' : patternProblem(pattern);
  return problem === undefined ? '' : `The regular expression cannot be read: ${problem}.`;
}
