import type { Colouring } from './colourings.ts';

const Dot = ({ colour, isContext = false }: { colour: string; isContext?: boolean }) => (
  <svg class={isContext ? 'plot-dot is-context' : 'plot-dot'} viewBox="0 0 2 2" aria-hidden="true">
    <circle cx="1" cy="1" r="1" fill={`var(${colour})`} />
  </svg>
);

/** Names the colours of a plot above it. */
export function Legend({ colouring }: { colouring: Colouring }) {
  return (
    <ul class="plot-legend">
      {colouring.categories.map(({ label, colour }) => (
        <li key={label}>
          <Dot colour={colour} />
          {label}
        </li>
      ))}
      <li>
        <Dot colour="--fig-muted" isContext />
        not in the slice
      </li>
    </ul>
  );
}
