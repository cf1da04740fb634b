import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { FigureColumn } from '../../src/figures/figure.ts';
import { figures } from '../../src/figures/figures.ts';
import { plots } from '../../src/figures/plots.ts';
import { compileChart, compileFigure } from '../../src/rendering/svg.ts';
import { drawingText } from './drawing-text.ts';
import { marksOf, namesRead, type Part } from './marks.ts';

const charts = [
  ...figures.flatMap((figure) =>
    (['desktop', 'phone'] as const).map((drawing) => ({
      name: `${figure.id}, ${drawing}`,
      id: figure.id,
      columns: figure.columns,
      chart: parse(drawingText(compileFigure(figure, drawing), {})) as Part,
    })),
  ),
  ...Object.entries(plots).map(([id, plot]) => ({
    name: `plot ${id}`,
    id,
    columns: [] as readonly FigureColumn[],
    chart: parse(drawingText(compileChart(id, plot), {})) as Part,
  })),
];

/** The chart and the groups within it. */
const scopesOf = (chart: Part): Part[] => [
  chart,
  ...marksOf(chart).flatMap(({ type, mark }) => (type === 'group' ? [mark] : [])),
];

const axesOf = ({ axes = [] }: Part): Part[] => axes.flatMap(({ axis }) => (axis ? [axis] : []));

/** What each colour of a group of models stands for, wherever it is drawn. */
const meanings: Record<string, string> = {
  official: 'official',
  community: 'community',
  small: 'small',
  medium: 'medium',
  large: 'large',
  dense: 'dense',
  moe: 'moe',
  MoE: 'moe',
};
const meaningOf = (colour: unknown) => {
  const name = /^var\(--(\w+)(?:-label)?\)$/.exec(String(colour))?.[1];
  return name !== undefined && Object.values(meanings).includes(name) ? name : undefined;
};

/**
 * Groups of models that the rows of a mark are cut down to, `provider === 'official'` or `layer === 'dense'`, or
 * that it names for a reader.
 */
const groupsOf = ({ rows = [], text }: Part) => [
  ...rows.flatMap((step) =>
    typeof step === 'string'
      ? [...step.matchAll(/=== '([^']+)'/g)].flatMap(([, name]) => meanings[name!] ?? [])
      : [],
  ),
  ...(typeof text === 'string' ? (text.match(/\w+/g) ?? []).flatMap((name) => meanings[name] ?? []) : []),
];

const colours = ['fill', 'stroke'] as const;

describe.each(charts)('$name', ({ id, chart, columns }) => {
  test('a scale gives every group of models its own colour', () => {
    for (const scope of scopesOf(chart))
      for (const scale of (scope.scales ?? []).flatMap((each) => Object.values(each))) {
        if (!Array.isArray(scale.domain) || !Array.isArray(scale.range)) continue;
        if (!scale.range.some((colour) => String(colour).startsWith('var('))) continue;
        const range = scale.range as unknown[];
        scale.domain.forEach((value, at) => {
          expect(meaningOf(range[at]), String(value)).toBe(meanings[String(value)]);
        });
      }
  });

  test('the colour of a group is on marks of that group alone', () => {
    for (const { type, mark } of marksOf(chart))
      for (const channel of colours) {
        const meaning = meaningOf(mark[channel]);
        if (meaning === undefined) continue;
        expect(groupsOf(mark), `${type} with ${channel} ${String(mark[channel])}`).toContain(meaning);
      }
  });

  test('a running median, its band, its points and its name have one colour', () => {
    const marks = marksOf(chart).map(({ mark }) => mark);
    const name = marks.find(({ text }) => text === 'median');
    if (!name) return;
    expect(name.fill).toBe('var(--fig-accent)');
    const [layer] = name.rows!;
    const same = marks.filter(({ rows }) => rows?.[0] === layer);
    expect(same.length).toBeGreaterThan(1);
    for (const mark of same) expect(mark.fill ?? mark.stroke).toBe(name.fill);
  });

  test('what reaches from one column to another has two ends', () => {
    for (const { type, mark } of marksOf(chart))
      for (const side of ['x', 'y'])
        if (mark[side] !== undefined && mark[`${side}2`] !== undefined)
          expect(mark[`${side}2`], `${type}, ${side}`).not.toEqual(mark[side]);
  });

  test('tooltips read the column that their titles name, in its unit', () => {
    for (const { mark } of marksOf(chart))
      for (const [title, reads] of Object.entries(mark.tooltip ?? {}))
        for (const column of columnsRead(reads, mark, columns)) {
          const where = `“${title}” reads ${column.name}, “${column.title}”`;
          expect(contradictions(title, column.title), where).toEqual([]);
          expect(unitFaults(id, title, column), where).toEqual([]);
        }
  });

  test('axes are titled in the unit of the columns that are drawn along them', () => {
    for (const scope of scopesOf(chart))
      for (const axis of axesOf(scope)) {
        if (typeof axis.title !== 'string') continue;
        const along = marksOf(chart).flatMap(({ mark }) =>
          ['x', 'x2', 'y', 'y2'].flatMap((channel) => {
            const [field, scale] = String(mark[channel]).split(' on ');
            return scale === axis.scale ? columnsRead(field!, mark, columns) : [];
          }),
        );
        for (const column of along)
          expect(unitFaults(id, axis.title, column), `axis “${axis.title}”, ${column.name}`).toEqual([]);
      }
  });

  test('columns are titled in their unit', () => {
    for (const column of columns) expect(unitFaults(id, column.title, column), column.name).toEqual([]);
  });
});

/** The columns of the table behind what a tooltip or a channel reads. */
const columnsRead = (reads: string, mark: Part, columns: readonly FigureColumn[]): FigureColumn[] =>
  namesRead(reads, mark).flatMap((name) => columns.filter((column) => column.name === name));

/** Words that name one of several columns: a title that has one is not for a column that has another. */
const opposites = [
  ['total', 'active'],
  ['from', 'to'],
  ['lower', 'upper'],
  ['10th', '90th'],
  ['median', 'mean'],
  ['rose', 'fell'],
  ['left', 'dropped'],
  ['score', 'CO₂', 'parameters'],
  ['first', 'second'],
  ['models', 'organisations'],
];
const has = (title: string, word: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'iu').test(title);

const contradictions = (title: string, column: string) =>
  opposites.flatMap((words) => {
    const [own, its] = [words.filter((word) => has(title, word)), words.filter((word) => has(column, word))];
    return own.length > 0 && its.length > 0 && !own.some((word) => its.includes(word)) ? [own, its] : [];
  });

/** Units as titles write them, the longer before those that they hold. */
const written: [RegExp, string][] = [
  [/points per billion parameters|score per billion/i, 'points per billion parameters'],
  [/points per doubling of CO₂/i, 'points per doubling of CO₂'],
  [/points per doubling/i, 'points per doubling of parameters'],
  [/points per kg/i, 'points per kg CO₂'],
  [/(?:kg CO₂|CO₂) per billion parameters/i, 'kg CO₂ per billion parameters'],
  [/ratio of CO₂/i, 'times'],
  [/\(kg\b/i, 'kg CO₂'],
  [/\(B\)|\(billions\b/, 'billion parameters'],
  [/\(points\)|average score/i, 'points'],
  [/share of variance/i, 'share of variance'],
  [/^share\b/i, 'share'],
];

/** Columns that hold one unit in one layer or panel and another in the next, so that none is theirs alone. */
const mixed: Record<string, readonly string[]> = {
  'score-and-co2-by-provider': ['value', 'low', 'high'],
  'score-by-size-and-provider': ['value', 'low', 'high'],
  controls: ['value', 'low', 'high'],
  'qwen-by-provider': ['value', 'low', 'high'],
  survivorship: ['value', 'low', 'high'],
  // Of the median in kg, and of the elasticity.
  'co2-by-size': ['low', 'high'],
};

/** The unit that a title writes and the one of the column, where they are not one. */
function unitFaults(id: string, title: string, { name, unit }: FigureColumn): string[] {
  const said = written.find(([words]) => words.test(title))?.[1];
  if (said === undefined || unit === undefined || mixed[id]?.includes(name)) return [];
  return said === unit.name ? [] : [said, unit.name];
}

test('the lists of this file name figures and columns that there are', () => {
  for (const [id, names] of Object.entries(mixed)) {
    const figure = figures.find((each) => each.id === id);
    for (const name of names) expect(figure?.columns.map((column) => column.name)).toContain(name);
  }
});
