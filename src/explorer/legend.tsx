import type { Colouring } from './colourings.ts';
import { shapeOf } from './shapes.ts';

const Dot = ({
  colour,
  shape,
  isContext = false,
}: {
  colour: string;
  shape: string;
  isContext?: boolean;
}) => (
  <svg class={isContext ? 'plot-dot is-context' : 'plot-dot'} viewBox="0 0 2 2" aria-hidden="true">
    <circle cx="1" cy="1" r="1" fill={`var(${colour})`} />
    {/* Shown instead where the reader's own colours are forced on the page. */}
    <path d={shape} transform="translate(1 1)" fill={`var(${colour})`} />
  </svg>
);

/** Names the colours of a plot above it. */
export function Legend({ colouring }: { colouring: Colouring }) {
  return (
    <ul class="plot-legend">
      {colouring.categories.map(({ label, colour }, index) => (
        <li key={label}>
          <Dot colour={colour} shape={shapeOf(index)} />
          {label}
        </li>
      ))}
      <li>
        <Dot colour="--fig-muted" shape={shapeOf(0)} isContext />
        not in the slice
      </li>
    </ul>
  );
}
