import { useEffect, useRef, useState } from 'preact/hooks';
import { axisTitle } from '../figures/plots/axis.ts';
import { embedChart, loadChart } from '../reader/chart/chart.ts';
import { filled } from '../reader/chart/filled.ts';
import { SaveButton } from '../reader/ui/save-button.tsx';
import {
  chartForms,
  chartRows,
  choiceNamed,
  chooseChart,
  plotOf,
  withForm,
  xColumns,
  yColumns,
  type ChartChoice,
  type NamedChart,
} from './chart-choice.ts';
import type { Result } from './result.ts';
import type { ResultWords } from './result-file.ts';
import { shortLabels } from './short-labels.ts';
import { reasonOf } from '../reader/failed-import.ts';

/** Pixels: the height of a bar with the space to the next, that of an axis, and the greatest width. */
const [bar, axis, widest] = [20, 60, 860];
/** How much of the width the names of bars may take, and the pixels of one of their signs. */
const [labelShare, sign] = [0.4, 6.5];

const chartFiles = [
  { id: 'png', label: 'Save PNG' },
  { id: 'svg', label: 'Save SVG' },
  { id: 'csv', label: 'Save its CSV (zip)' },
] as const;

const misfit = 'The chart of the link does not fit this result.';

export interface QuickChartProps {
  result: Result;
  plots: string;
  words: ResultWords;
  /** The chart that the address asks for, if it does. */
  asked: NamedChart | null;
  /** Hears of the chart that is open, and of none. */
  onChart(chart: NamedChart | null): void;
}

/** A chart of a result, drawn once the reader or the address asks for it. */
export function QuickChart({ result, plots, words, asked, onChart }: QuickChartProps) {
  const named = asked && choiceNamed(asked, result.kinds);
  const [choice, setChoice] = useState(() => named ?? chooseChart(result.kinds));
  const [open, setOpen] = useState(asked !== null);
  const shows = choice !== null && result.shown.length > 0;
  useEffect(() => {
    onChart(open && shows ? { ...choice, form: choice.form.id } : null);
  }, [open, choice]);
  if (!shows) return asked ? <p class="sql-chart-note">{misfit}</p> : null;
  return (
    <details class="sql-chart" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Chart</summary>
      {asked && !named && <p class="sql-chart-note">{misfit} This is the one that does.</p>}
      {open && <Chart result={result} plots={plots} words={words} choice={choice} onChoice={setChoice} />}
    </details>
  );
}

interface ChartProps extends Pick<QuickChartProps, 'result' | 'plots' | 'words'> {
  choice: ChartChoice;
  onChoice(choice: ChartChoice): void;
}

function Chart({ result, plots, words, choice, onChoice }: ChartProps) {
  const { columns, kinds, shown } = result;
  const host = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState('');
  const { rows, texts, left } = chartRows(choice, kinds, shown);
  const [x, y] = [columns[choice.x]!.name, columns[choice.y]!.name];

  useEffect(() => {
    let current = true;
    let finalize: (() => void) | undefined;
    const draw = async () => {
      const spec = await loadChart(`${plots}${plotOf(choice, kinds)}.vega.json`);
      if (!current) return;
      const width = Math.min(host.current!.clientWidth, widest);
      const names =
        choice.form.id === 'bars'
          ? shortLabels(
              rows.map((row) => String(row.x)),
              Math.floor((width * labelShare) / sign),
            )
          : null;
      const drawn = {
        ...filled(spec, { [axisTitle.x]: x, [axisTitle.y]: y }),
        width,
        ...(names ? { height: names.size * bar + axis } : {}),
      };
      const view = await embedChart(host.current!, drawn, {
        rows: names ? rows.map((row) => ({ ...row, label: names.get(String(row.x))! })) : rows,
      });
      finalize = () => view.finalize();
      if (!current) finalize();
    };
    setProblem('');
    draw().catch((error: unknown) => setProblem(reasonOf(error)));
    return () => {
      current = false;
      finalize?.();
    };
  }, [choice, result]);

  const columnOptions = (positions: number[]) =>
    positions.map((position) => <option value={position}>{columns[position]!.name}</option>);
  return (
    <>
      <div class="sql-chart-choice">
        <label>
          Form{' '}
          <select
            value={choice.form.id}
            onChange={({ currentTarget }) => {
              const form = chartForms.find(({ id }) => id === currentTarget.value)!;
              onChoice(withForm(choice, form, kinds)!);
            }}
          >
            {chartForms.map((form) => (
              <option value={form.id} disabled={withForm(choice, form, kinds) === null}>
                {form.label}
              </option>
            ))}
          </select>
        </label>
        <label>
          {choice.form.id === 'bars' ? 'Names' : 'Across'}{' '}
          <select
            value={choice.x}
            onChange={({ currentTarget }) => onChoice({ ...choice, x: Number(currentTarget.value) })}
          >
            {columnOptions(xColumns(choice.form, kinds).filter((position) => position !== choice.y))}
          </select>
        </label>
        <label>
          {choice.form.id === 'bars' ? 'Lengths' : 'Up'}{' '}
          <select
            value={choice.y}
            onChange={({ currentTarget }) => onChoice({ ...choice, y: Number(currentTarget.value) })}
          >
            {columnOptions(yColumns(kinds).filter((position) => position !== choice.x))}
          </select>
        </label>
      </div>
      <p class="sql-chart-note">{problem || leftWords(rows.length, left, choice.form.most)}</p>
      {/* Around the drawing, because Vega takes the label off the element that it draws into. */}
      <div
        role="img"
        aria-label={`${choice.form.label} of ${y} by ${x}, ${rows.length} values; the table above holds them.`}
      >
        <div ref={host} class="sql-drawing" aria-hidden="true" />
      </div>
      <div class="sql-result-line">
        {chartFiles.map(({ id, label }) => (
          <SaveButton
            key={id}
            label={label}
            save={async () => {
              const { saveChart } = await import('./save-chart.ts');
              const svg = host.current!.querySelector('svg');
              return saveChart(id, svg, { x, y, choice, texts, columns }, words);
            }}
          />
        ))}
      </div>
    </>
  );
}

const number = (value: number) => value.toLocaleString('en');

/** What the chart leaves out, in words. */
const leftWords = (drawn: number, left: number, most: number) =>
  left === 0
    ? ''
    : `${number(drawn)} of ${number(drawn + left)} rows are drawn; the rest lack a value or come after ${number(most)} that have one.`;
