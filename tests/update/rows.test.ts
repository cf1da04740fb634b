import { expect, test } from 'vitest';
import type { Run } from '../../src/dataset/column.ts';
import { inText } from '../../src/meaning/words.ts';
import { changedRows, partsOfRows } from '../../src/update/rows.ts';

const run = (row: number, evaluation: string, average: number, license: string | null = 'mit'): Run => ({
  row,
  evaluation,
  model: `a/${evaluation}`,
  average,
  license,
});

const before = [run(1, 'one', 10), run(2, 'two', 20), run(3, 'three', 30)];

test('rows are told apart by the name of the run, wherever they stand', () => {
  const changes = changedRows(before, [run(1, 'three', 30), run(2, 'one', 10), run(3, 'two', 20)]);
  expect(changes).toEqual({ added: [], removed: [], changed: new Map(), runs: 0 });
});

test('rows come, go and change by column', () => {
  const after = [run(1, 'one', 11, null), run(2, 'three', 31), run(3, 'four', 40)];
  const changes = changedRows(before, after);
  expect(changes.added.map(({ evaluation }) => evaluation)).toEqual(['four']);
  expect(changes.removed.map(({ evaluation }) => evaluation)).toEqual(['two']);
  expect(changes.runs).toBe(2);
  expect(inText(partsOfRows(changes))).toBe(`Rows that come (1)
  four

Rows that go (1)
  two

Columns with other values (2)
  average: 2 runs
      one: 10 → 11
      three: 30 → 31
  license: one run
      one: mit → blank
`);
});

test('of many changes in a column a few are shown', () => {
  const many = Array.from({ length: 9 }, (_, index) => run(index + 1, `run ${index}`, index));
  const other = many.map((each) => ({ ...each, average: 50 }));
  const [, , columns] = partsOfRows(changedRows(many, other));
  expect(columns!.lines).toEqual([
    { text: 'average: 9 runs', below: ['run 0: 0 → 50', 'run 1: 1 → 50', 'run 2: 2 → 50'] },
  ]);
});
