import { benchmarks } from '../dataset/benchmarks.ts';
import { formatNumber } from '../statistics/format.ts';
import {
  beyondQuestions,
  beyondScatter,
  fewestForProfile,
  specialists,
  standoutsOf,
} from '../statistics/named/specialists.ts';
import { units } from '../statistics/statistic.ts';
import { figure } from './figure.ts';
import {
  cautionColumn,
  cautionLegend,
  cautionNote,
  cautionOf,
  signed,
  warningTip,
  withWarning,
} from './parts/cautioned.ts';
import { shortTitles } from './parts/benchmark-names.ts';
import { chartBase, ink, panelHeader, widths } from './theme.ts';

/** Models shown for each benchmark. */
const places = 3;
const unit = units.points;
const write = (value: number) => formatNumber(value, unit);
const panels = benchmarks.map((name) => shortTitles[name]);

/** A model among those furthest above what its other benchmarks suggest. */
type Place = {
  benchmark: string;
  place: number;
  model: string;
  name: string;
  result: number;
  suggested: number;
  above: number;
  noise: number;
  scatter: number;
  stands_out: 'yes' | 'no';
  caution: string | null;
  n: number;
};
/** A benchmark that too few models were searched for. */
type Blank = { [K in Exclude<keyof Place, 'benchmark' | 'place' | 'n'>]: null } & Pick<
  Place,
  'benchmark' | 'place' | 'n'
>;
type Drawn = Place | Blank;

const first = (rows: readonly Drawn[]) =>
  rows.filter((row): row is Place => row.place === 1 && row.above !== null);

/** The models that stand furthest above what their other five benchmarks suggest. */
export const specialistsFigure = figure({
  id: 'specialists',
  question: 'Which models are far better at one benchmark than at the rest?',
  query: specialists.query,
  derive(rows): Drawn[] {
    const standouts = standoutsOf(rows);
    return benchmarks.flatMap((name): Drawn[] => {
      const found = standouts(name);
      const blank = {
        benchmark: shortTitles[name],
        place: 1,
        model: null,
        name: null,
        result: null,
        suggested: null,
        above: null,
        noise: null,
        scatter: null,
        stands_out: null,
        caution: null,
        n: rows.length,
      };
      if (!found) return [blank];
      return [...rows.keys()]
        .toSorted((a, b) => found.residuals[b]! - found.residuals[a]! || a - b)
        .slice(0, places)
        .map((row, index) => {
          const { model, caution } = rows[row]!;
          const result = 100 * rows[row]![name];
          const above = 100 * found.residuals[row]!;
          return {
            ...blank,
            place: index + 1,
            model,
            name: model.split('/').at(-1)!,
            result,
            suggested: result - above,
            above,
            noise: 100 * found.bar * found.questionErrors[row]!,
            scatter: 100 * found.bar * found.scatter,
            stands_out: beyondQuestions(found, row) && beyondScatter(found, row) ? 'yes' : 'no',
            caution: cautionOf(caution),
          };
        });
    });
  },
  columns: [
    { name: 'benchmark', title: 'Benchmark' },
    { name: 'place', title: 'Place' },
    { name: 'model', title: 'Model', model: true },
    { name: 'result', title: 'Result (points)', unit },
    { name: 'suggested', title: 'Suggested by the other five', unit },
    { name: 'above', title: 'Above it', unit },
    { name: 'noise', title: 'Bar of the questions', unit },
    { name: 'scatter', title: 'Bar of the scatter', unit },
    { name: 'stands_out', title: 'Above both' },
    cautionColumn,
    { name: 'n', title: 'Models searched' },
  ],
  n: (rows) => rows[0]?.n ?? 0,
  counts: 'models',
  minimum: fewestForProfile,
  takeaway(rows) {
    const tops = first(rows);
    if (tops.length === 0) return `Too few models to search; it takes ${fewestForProfile} that differ.`;
    const out = tops.filter((row) => row.stands_out === 'yes');
    if (out.length === 0)
      return `None of the ${tops.length} benchmarks has a model that stands out beyond noise and scatter.`;
    const furthest = out.reduce((a, b) => (b.above > a.above ? b : a));
    return `On ${out.length} of ${tops.length} benchmarks a model stands out beyond noise and scatter; the furthest is ${furthest.name}${cautionNote(furthest.caution)} in ${furthest.benchmark}, ${write(furthest.above)} points above what its other scores suggest.`;
  },
  alt(rows) {
    const tops = first(rows);
    if (tops.length === 0)
      return `Six panels without a model, for want of ${fewestForProfile} models that differ.`;
    return `Six panels, one for each benchmark, with the three models furthest above what their other five benchmarks suggest. ${tops
      .map(
        (row) =>
          `${row.benchmark}: first ${row.model}${cautionNote(row.caution)}, ${write(row.above)} points above, where noise of the questions would give at most ${write(row.noise)} and the scatter of all models ${write(row.scatter)}.`,
      )
      .join(' ')}`;
  },
  notes: `Bars are raw results in points of a hundred above a least-squares plane on the other five; a solid bar is above both marks. The short mark, noise, is the most that the limited number of questions would give the largest of all models on all six benchmarks, 95 times in 100; the long mark, scatter, is the same for the spread of all models about the plane. ${cautionLegend}`,
  spec(drawing) {
    const phone = drawing === 'phone';
    const y = { field: 'place', type: 'ordinal', axis: null } as const;
    const known = { filter: 'isValid(datum.above)' };
    return {
      ...chartBase(drawing),
      facet: {
        field: 'benchmark',
        type: 'nominal',
        sort: panels,
        header: panelHeader,
      },
      columns: phone ? 1 : 2,
      spacing: { row: 22, column: 26 },
      spec: {
        width: phone ? widths.phone + 40 : 290,
        height: { step: 42 },
        layer: [
          {
            transform: [known, withWarning],
            mark: { type: 'bar', height: 7, yOffset: 10, color: ink.accent, cornerRadiusEnd: 2 },
            encoding: {
              y,
              x: {
                field: 'above',
                type: 'quantitative',
                axis: { title: 'Points above what the others suggest', tickCount: 5 },
              },
              opacity: { condition: { test: "datum.stands_out === 'yes'", value: 0.9 }, value: 0.35 },
              tooltip: [
                { field: 'model', title: 'Model' },
                { field: 'benchmark', title: 'Benchmark' },
                { field: 'result', title: 'Result', format: '.1f' },
                { field: 'suggested', title: 'Suggested by the others', format: '.1f' },
                { field: 'above', title: 'Above', format: '.1f' },
                { field: 'noise', title: 'Bar of the questions', format: '.1f' },
                { field: 'scatter', title: 'Bar of the scatter', format: '.1f' },
                warningTip,
              ],
            },
          },
          {
            transform: [known],
            mark: {
              type: 'tick',
              orient: 'vertical',
              size: 13,
              thickness: 2,
              yOffset: 10,
              color: ink.text,
              opacity: 1,
            },
            encoding: { y, x: { field: 'noise', type: 'quantitative' } },
          },
          {
            transform: [known],
            mark: {
              type: 'tick',
              orient: 'vertical',
              size: 17,
              thickness: 2,
              yOffset: 10,
              color: ink.text,
              opacity: 1,
            },
            encoding: { y, x: { field: 'scatter', type: 'quantitative' } },
          },
          {
            transform: [
              known,
              signed('name'),
              {
                calculate: "datum.name + '  ' + replace(format(datum.above, '.1f'), '-', '−')",
                as: 'written',
              },
            ],
            mark: { type: 'text', align: 'left', baseline: 'bottom', dy: 0, limit: phone ? 296 : 286 },
            encoding: { y, x: { value: 0 }, text: { field: 'written' } },
          },
          ...(['noise', 'scatter'] as const).map((bar) => ({
            transform: [{ filter: `datum.benchmark === '${panels[0]}' && datum.place === ${places}` }],
            mark: { type: 'text' as const, baseline: 'top' as const, yOffset: 22, color: ink.muted },
            encoding: {
              y,
              x: { field: bar, type: 'quantitative' as const },
              text: { value: bar },
            },
          })),
          {
            transform: [{ filter: '!isValid(datum.above)' }],
            mark: { type: 'text', align: 'left', color: ink.muted },
            encoding: { y, x: { value: 0 }, text: { value: 'too few models' } },
          },
        ],
      },
    };
  },
});
