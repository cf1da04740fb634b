import { useEffect, useRef } from 'preact/hooks';
import { hideTooltip, showTooltip } from '../reader/chart/tooltip.ts';
import { headingOf, type Column } from '../dataset/column.ts';
import { cellText, findTableColumn, isNumeric } from './table-columns.ts';
import { rangesOf } from './answer.ts';
import type { Frame } from './frame.ts';
import type { Mask } from './kept.ts';
import { Panel } from './panel.ts';
import type { Plot } from './plot.ts';
import { useShared } from './shared.ts';
import { reasonOf } from '../reader/failed-import.ts';

/** Hears when the page turns dark or light, by the reader's choice or by the system's. */
function onThemeChange(listener: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const watch = new MutationObserver(listener);
  watch.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  system.addEventListener('change', listener);
  return () => {
    watch.disconnect();
    system.removeEventListener('change', listener);
  };
}

const valueText = (value: number, column: Column): string => {
  if (Number.isNaN(value)) return '–';
  return isNumeric(column) ? cellText(value, column) : new Date(value).toISOString().slice(0, 10);
};

/**
 * A panel that lives as long as the component. `make` makes its plot, or none while the frame lacks a
 * column of it, and is called again when one of `inputs` changes; `tips` are the columns that are named beside the pointer.
 */
export function usePanel(
  make: (frame: Frame, kept: Mask) => Plot | null,
  inputs: readonly unknown[],
  { two, height, tips }: { two: boolean; height: number; tips: readonly string[] },
) {
  const { bench, plots, openCard } = useShared();
  const root = useRef<HTMLDivElement>(null);
  const panel = useRef<Panel | null>(null);
  const making = useRef(make);
  making.current = make;
  const named = useRef(tips);
  named.current = tips;
  const frame = bench.answer?.frame;

  useEffect(() => {
    const element = root.current!;
    const made = new Panel(element, plots, two, height, {
      preview: (ranges) => bench.preview(ranges),
      endPreview: () => bench.endPreview(),
      release: ({ slice, within }) => bench.move(slice, { within }),
      point(position, at) {
        const from = bench.answer?.frame;
        if (!from) return;
        const words = named.current.map((name) => {
          const column = findTableColumn(name)!;
          return [headingOf(column), valueText(from.values[name]![position]!, column)] as const;
        });
        const caution = from.cautions[position]!;
        const said = caution === '' ? [] : [['Caution', caution] as const];
        showTooltip([['Model', from.names[position]!], ...words, ...said], at);
      },
      say: showTooltip,
      leave: hideTooltip,
      choose: openCard,
    });
    panel.current = made;
    const fit = () => made.fit();
    const size = new ResizeObserver(fit);
    size.observe(element);
    // Paper waits for no observer.
    const prints = ['beforeprint', 'afterprint'] as const;
    for (const print of prints) addEventListener(print, fit);
    const stop = bench.onPreview(({ kept, ranges }) => made.follow(kept, ranges));
    return () => {
      stop();
      size.disconnect();
      for (const print of prints) removeEventListener(print, fit);
      made.close();
    };
  }, []);

  const draw = () => {
    const answer = bench.answer;
    const plot = answer && making.current(answer.frame, answer.kept);
    if (!plot || !panel.current) return;
    panel.current
      .open(plot, answer.kept, rangesOf(answer))
      .catch((error: unknown) => bench.fail(reasonOf(error)));
  };
  useEffect(draw, [frame, ...inputs]);
  useEffect(() => onThemeChange(draw), []);
  useEffect(() => {
    if (bench.answer) panel.current?.follow(bench.answer.kept, rangesOf(bench.answer));
  }, [bench.answer]);

  return root;
}
