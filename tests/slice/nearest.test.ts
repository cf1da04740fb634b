import { describe, expect, test } from 'vitest';
import { fields } from '../../src/slice/fields.ts';
import { nearestQuery } from '../../src/slice/nearest.ts';
import { smallReport, type Cells } from '../report.ts';

const run = (model: string, license: string | null = 'mit'): Cells => ({ model, license });

describe('the name of a column that is nearest to a text', () => {
  const engine = smallReport([
    run('Qwen/a'),
    run('Qwen/b', 'apache-2.0'),
    run('quen/c'),
    run("o'neill/d", null),
    run('google/e', 'gemma'),
  ]);
  const ask = async (field: 'organisation' | 'license', text: string) =>
    nearestQuery(fields[field].column, text, 'reviewed').askOf(async (sql) => (await engine).query(sql));

  test('is the name itself, case aside, where the column holds it', async () => {
    expect(await ask('organisation', 'QWEN')).toEqual([{ name: 'Qwen', models: 2, distance: 0 }]);
  });

  test('needs the fewest letters changed', async () => {
    // gogle → google: one letter in; qween → qwen: one out.
    expect(await ask('organisation', 'gogle')).toEqual([{ name: 'google', models: 1, distance: 1 }]);
    expect(await ask('organisation', 'qween')).toEqual([{ name: 'Qwen', models: 2, distance: 1 }]);
    expect(await ask('license', 'mitt')).toEqual([{ name: 'mit', models: 2, distance: 1 }]);
  });

  test('is the one with more models where two are as near', async () => {
    // qven: one letter from qwen and from quen.
    expect(await ask('organisation', 'qven')).toEqual([{ name: 'Qwen', models: 2, distance: 1 }]);
  });

  test('stays a text, whatever it is', async () => {
    expect(await ask('organisation', "o'neil")).toEqual([{ name: "o'neill", models: 1, distance: 1 }]);
    expect(await ask('organisation', "'; DROP TABLE reviewed; --")).toHaveLength(1);
    expect(await ask('organisation', 'google')).toHaveLength(1);
  });
});
