import { useEffect, useRef, useState } from 'preact/hooks';
import { axisTitle } from '../figures/plots/axis.ts';
import { embedChart, loadChart } from '../reader/chart/chart.ts';
import { filled } from '../reader/chart/filled.ts';
import {
  chartForms,
  chartRows,
  chooseChart,
  plotOf,
  withForm,
  xColumns,
  yColumns,
  type ChartChoice,
} from './chart-choice.ts';
import type { Result } from './result.ts';
import { reasonOf } from '../reader/failed-import.ts';

/** Pixels: the height of a bar with the space to the next, that of an axis, and the greatest width. */
const [bar, axis, widest] = [20, 60, 860];

/** A chart of a result, drawn once the reader opens it. */
export function QuickChart({ result, plots }: { result: Result; plots: string }) {
  const [choice, setChoice] = useState(() => chooseChart(result.kinds));
  const [open, setOpen] = useState(false);
  if (choice === null || result.shown.length === 0) return null;
  return (
    <details class="sql-chart" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Chart</summary>
      {open && <Chart result={result} plots={plots} choice={choice} onChoice={setChoice} />}
    </details>
  );
}

interface ChartProps {
  result: Result;
  plots: string;
  choice: ChartChoice;
  onChoice(choice: ChartChoice): void;
}

function Chart({ result, plots, choice, onChoice }: ChartProps) {
  const { columns, kinds, shown } = result;
  const host = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState('');
  const { rows, left } = chartRows(choice, kinds, shown);
  const [x, y] = [columns[choice.x]!.name, columns[choice.y]!.name];

  useEffect(() => {
    let current = true;
    let finalize: (() => void) | undefined;
    const draw = async () => {
      const spec = await loadChart(`${plots}${plotOf(choice, kinds)}.vega.json`);
      if (!current) return;
      const bars = choice.form.id === 'bars' ? new Set(rows.map((row) => row.x)).size : null;
      const drawn = {
        ...filled(spec, { [axisTitle.x]: x, [axisTitle.y]: y }),
        width: Math.min(host.current!.clientWidth, widest),
        ...(bars === null ? {} : { height: bars * bar + axis }),
      };
      const view = await embedChart(host.current!, drawn, { rows });
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
            {columnOptions(xColumns(choice.form, kinds))}
          </select>
        </label>
        <label>
          {choice.form.id === 'bars' ? 'Lengths' : 'Up'}{' '}
          <select
            value={choice.y}
            onChange={({ currentTarget }) => onChoice({ ...choice, y: Number(currentTarget.value) })}
          >
            {columnOptions(yColumns(kinds))}
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
    </>
  );
}

const number = (value: number) => value.toLocaleString('en');

/** What the chart leaves out, in words. */
const leftWords = (drawn: number, left: number, most: number) =>
  left === 0
    ? ''
    : `${number(drawn)} of ${number(drawn + left)} rows are drawn; the rest lack a value or come after ${number(most)} that have one.`;
