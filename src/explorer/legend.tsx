import type { Colouring } from './colourings.ts';

/** Names the colours of a plot above it. */
export function Legend({ colouring }: { colouring: Colouring }) {
  return (
    <ul class="plot-legend">
      {colouring.categories.map(({ label, colour }) => (
        <li key={label}>
          <span class="plot-dot" style={{ backgroundColor: `var(${colour})` }} />
          {label}
        </li>
      ))}
      <li>
        <span class="plot-dot is-context" />
        not in the slice
      </li>
    </ul>
  );
}
