import { useEffect, useRef, useState } from 'preact/hooks';
import { hubAddress } from '../figures/hub.ts';
import { finderUrl } from './links.ts';
import { useShared } from './shared.ts';
import { headingOf } from '../dataset/column.ts';
import type { CardRow } from './queries.ts';
import { cardColumns, cellText, findTableColumn } from './table-columns.ts';
import { cautionWords } from '../dataset/cautions.ts';
import { reasonOf } from '../reader/failed-import.ts';

const shown = cardColumns.map((name) => findTableColumn(name)!);

/** The numbers of one model, with the ways to its pages. */
export function Card({ position, close }: { position: number; close(): void }) {
  const { bench, finder } = useShared();
  const frame = bench.answer!.frame;
  const name = frame.names[position] ?? '';
  const hub = hubAddress(name);
  const [facts, setFacts] = useState<CardRow | string | undefined>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    let stale = false;
    setFacts(undefined);
    heading.current?.focus();
    bench
      .card(frame, position)
      .then((row) => {
        if (!stale) setFacts(row);
      })
      .catch((error: unknown) => {
        if (!stale) setFacts(reasonOf(error));
      });
    return () => {
      stale = true;
    };
  }, [frame, position]);
  return (
    <aside
      class="model-card"
      aria-labelledby="model-card-name"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <button type="button" class="model-card-close" aria-label="Close the card" onClick={close}>
        ×
      </button>
      <h2 id="model-card-name" ref={heading} tabIndex={-1}>
        {name}
      </h2>
      <p>
        <a href={finderUrl(finder, name)}>In the model finder</a>{' '}
        {hub && (
          <a href={hub} rel="noopener">
            On the Hub
          </a>
        )}
      </p>
      {typeof facts === 'string' && <p role="alert">{facts}</p>}
      {typeof facts === 'object' && facts.caution !== null && (
        <p class="model-card-caution">Caution: {cautionWords(facts.caution)}.</p>
      )}
      {typeof facts === 'object' && (
        <dl>
          {shown.map((column, index) => (
            <div key={column.name}>
              <dt>{headingOf(column)}</dt>
              <dd>{cellText(facts[cardColumns[index]!], column)}</dd>
            </div>
          ))}
        </dl>
      )}
    </aside>
  );
}
