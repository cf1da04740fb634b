import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { View } from 'vega';
import type { Row } from '../engine/engine.ts';
import { desktop, embedChart, loadChart } from '../reader/chart/chart.ts';
import { filled } from '../reader/chart/filled.ts';
import { pinPressed } from '../reader/chart/model-card.ts';
import { modelMarks } from '../reader/chart/model-marks.ts';
import { forgetMarks, startWalk } from '../reader/chart/model-walk.ts';
import type { Cost, Gain } from './address.ts';
import { useShared } from './shared.ts';
import { axisWords } from './words.ts';
import { reasonOf } from '../reader/failed-import.ts';

/** The column of the chart's rows that names models. */
const column = 'model';

interface Props {
  rows: readonly Row[];
  cost: Cost;
  gain: Gain;
  /** What the chart shows, in words. */
  label: string;
}

/** The chart of a front. Its points say their models, as those of the figures do: to a pointer and to the keyboard. */
export function FrontPlot({ rows, cost, gain, label }: Props) {
  const { plots, drawing: drawingOfBuild } = useShared();
  const first = useMemo(drawingOfBuild, []);
  const plot = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const drawing = useRef<Promise<View | undefined>>(undefined);
  const [isWide, setWide] = useState<boolean>();
  const [problem, setProblem] = useState('');
  useEffect(() => {
    const wide = desktop();
    const hear = () => setWide(wide.matches);
    hear();
    wide.addEventListener('change', hear);
    return () => wide.removeEventListener('change', hear);
  }, []);
  useEffect(() => {
    if (isWide === undefined) return;
    let stale = false;
    let drawn: View | undefined;
    const box = plot.current!;
    const place = document.createElement('div');
    drawing.current = loadChart(`${plots}front-${isWide ? 'desktop' : 'phone'}.vega.json`)
      .then((spec) => embedChart(place, filled(spec, axisWords(cost, gain)), { rows }))
      .then((view) => {
        if (stale) {
          view.finalize();
          return undefined;
        }
        drawn = view;
        setProblem('');
        host.current?.replaceChildren(place);
        pinPressed(box, view, column);
        return view;
      })
      .catch((error: unknown) => {
        if (!stale) setProblem(reasonOf(error));
        return undefined;
      });
    return () => {
      stale = true;
      forgetMarks(box);
      drawn?.finalize();
    };
  }, [rows, cost, gain, isWide]);
  const walk = async () => {
    const asked = drawing.current;
    const view = await asked;
    // Another chart may have been asked for in the meantime.
    if (view && asked === drawing.current && plot.current) startWalk(plot.current, modelMarks(view, column));
  };
  return (
    <>
      <div class="figure-plot finder-plot" ref={plot}>
        <div role="img" aria-label={label}>
          <div
            class="finder-drawing"
            ref={host}
            aria-hidden="true"
            dangerouslySetInnerHTML={{ __html: first }}
          />
        </div>
        <button type="button" class="figure-walk" onClick={() => void walk()}>
          Go through the models in the chart
        </button>
      </div>
      {problem !== '' && <p role="alert">The chart cannot be drawn: {problem}.</p>}
    </>
  );
}
