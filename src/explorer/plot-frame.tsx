import type { RefObject } from 'preact';
import { useMemo } from 'preact/hooks';
import { useShared } from './shared.ts';

/** Heights of the plots in pixels, as the style sheet has them. */
export const plotHeights = { scatter: 320, histogram: 130 } as const;

interface Props {
  kind: keyof typeof plotHeights;
  root: RefObject<HTMLDivElement | null>;
  /** What the plot shows, in words. */
  label: string;
  /** The plot's place on the page. */
  place: string;
}

/** The frame of a plot, in which the plot of all models as the build drew it stands until the page draws. */
export function PlotFrame({ kind, root, label, place }: Props) {
  const { stillOf } = useShared();
  const still = useMemo(() => ({ __html: stillOf(place) }), []);
  return (
    <div
      class={kind === 'scatter' ? 'plot-frame first-view is-scatter' : 'plot-frame first-view is-histogram'}
      ref={root}
    >
      <div class="plot-drawing" role="img" aria-label={label} dangerouslySetInnerHTML={still} />
    </div>
  );
}
