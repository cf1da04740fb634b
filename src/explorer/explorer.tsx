import { useEffect, useState } from 'preact/hooks';
import { Held } from '../reader/first-view/held.tsx';
import { Card } from './card.tsx';
import { GroupBars } from './group-bars.tsx';
import { Histogram } from './histogram.tsx';
import { ModelTable } from './model-table.tsx';
import { Relief } from './relief.tsx';
import { Scatter } from './scatter.tsx';
import { SharedContext, useBench, type Shared } from './shared.ts';
import { WithinControl } from './within.tsx';
import { count, ownWords } from './words.ts';

type Props = Omit<Shared, 'openCard'>;

/** Says how many models the page keeps, also while a stroke is being drawn. */
function Tally({ bench }: Pick<Shared, 'bench'>) {
  const [stroked, setStroked] = useState<number | null>(null);
  useEffect(() => bench.onPreview((preview) => setStroked(preview.count)), [bench]);
  const { answer } = bench;
  useEffect(() => setStroked(null), [answer]);
  if (!answer) return <Held as="p" class="explorer-tally first-view" />;
  const kept = `${count(stroked ?? answer.count)} of ${count(answer.frame.length)} models in the slice`;
  const own = ownWords(answer.options);
  const also = own.length > 0 ? ` and in the filters of this page alone: ${own.join(', ')}` : '';
  return (
    <p class="explorer-tally first-view">
      {kept}
      {also}
    </p>
  );
}

/** What the page waits for or why it shows nothing, and what it could not read in the address. */
function State({ bench }: Pick<Shared, 'bench'>) {
  const waiting = !bench.answer && !bench.failure;
  const notices = bench.problems.map((problem) => `Left at its default: ${problem}.`);
  return (
    <div class="tool-state" role="status">
      {waiting && <p>Loading the tables; the bar says how far they have come.</p>}
      {bench.failure && (
        <p>
          {bench.answer ? 'The page still shows the answer before' : 'Nothing more can be shown'}:{' '}
          {bench.failure.replace(/\.$/, '')}.
        </p>
      )}
      {notices.map((notice) => (
        <p key={notice}>{notice}</p>
      ))}
    </div>
  );
}

/** The page for taking the table apart. */
export function Explorer(shared: Props) {
  const { bench } = shared;
  useBench(bench);
  const [card, setCard] = useState<number | null>(null);
  const frame = bench.answer?.frame;
  // Positions are those of a preparation.
  useEffect(() => setCard(null), [frame?.preparation]);
  const openCard = setCard;
  return (
    <SharedContext.Provider value={{ ...shared, openCard }}>
      <State bench={bench} />
      <section class="explorer-part" aria-labelledby="explorer-plots">
        <h2 id="explorer-plots">Plots</h2>
        <Tally bench={bench} />
        <Relief />
        <WithinControl />
        <div class="plot-field">
          <div class="plot-grid">
            <Scatter option="plot1" name="Scatter plot 1" />
            <Scatter option="plot2" name="Scatter plot 2" />
          </div>
          <div class="plot-grid is-small">
            {bench.options.histograms.map((_, index) => (
              <Histogram key={index} index={index} />
            ))}
          </div>
        </div>
        <p class="plot-note is-scripted">
          Drag over a plot to keep the models under the stroke: it becomes part of the slice, in every plot,
          in the address and in the links to the chapters. Drag the stroke to move it; × clears it. A finger
          on a scatter plot strokes as well; beside the plot it scrolls the page. With the keyboard, open the
          bar and type the same range. A click on a point opens its numbers.
        </p>
      </section>
      {card !== null && frame && <Card position={card} close={() => setCard(null)} />}
      <ModelTable />
      <GroupBars />
    </SharedContext.Provider>
  );
}
