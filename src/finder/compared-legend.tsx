import type { ComponentChildren } from 'preact';
import { comparedMarks } from '../figures/plots/compared.ts';
import type { CardModel } from './facts.ts';

const side = 14;

/** The mark of one of the compared models with its letter, and what follows on it. */
export function ComparedKey({ at, children }: { at: number; children?: ComponentChildren }) {
  const { letter, shape, colour } = comparedMarks[at]!;
  return (
    <span class="finder-key">
      <svg viewBox="-1.5 -1.5 3 3" width={side} height={side} aria-hidden="true">
        <path d={shape} fill={colour} />
      </svg>{' '}
      {letter}
      {children}
    </span>
  );
}

/** Which mark stands for which of the compared models; `note` says what else is to be said of one. */
export function ComparedLegend({
  models,
  note,
}: {
  models: readonly Pick<CardModel, 'model'>[];
  note?(at: number): string;
}) {
  return (
    <ul class="finder-legend" aria-label="Marks of the compared models">
      {models.map((row, at) => (
        <li key={at}>
          <ComparedKey at={at}>
            {' '}
            {row.model}
            {note?.(at)}
          </ComparedKey>
        </li>
      ))}
    </ul>
  );
}
