import { useEffect, useState } from 'preact/hooks';
import { useShared } from './shared.ts';
import { models } from './words.ts';
import { unfiltered, withoutFilters, type WayOut } from './ways-out.ts';

/** Where no model is left: which filter or brush to undo, each as a button. */
export function Relief() {
  const { bench } = useShared();
  const { answer } = bench;
  const isEmpty = answer?.count === 0;
  const [ways, setWays] = useState<readonly WayOut[] | null>(null);
  useEffect(() => {
    let stale = false;
    setWays(null);
    if (isEmpty)
      bench.waysOut().then(
        (found) => !stale && setWays(found),
        // What can be undone is then not known; all of it can.
        () => !stale && setWays([]),
      );
    return () => {
      stale = true;
    };
  }, [answer]);
  if (!answer || !isEmpty) return null;
  return (
    <div class="explorer-relief" role="status">
      <p>
        No model is left.{' '}
        {ways &&
          (ways.length > 0 ? 'Without one of these there would be some:' : 'No single filter is the reason.')}
      </p>
      {ways?.map(({ filter, slice, own, count }) => (
        <button key={filter} type="button" class="tool-button" onClick={() => bench.move(slice, own)}>
          Undo “{filter}”: {models(count)}
        </button>
      ))}
      <button
        type="button"
        class="tool-button"
        onClick={() => bench.move(withoutFilters(answer.slice), unfiltered)}
      >
        Undo all filters
      </button>
    </div>
  );
}
