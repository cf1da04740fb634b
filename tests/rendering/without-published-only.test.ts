import { expect, test } from 'vitest';
import { refusing } from '../../src/rendering/without-published-only.ts';

test('a page has the names of what is published only, and cannot call it', async () => {
  const source = [
    "import { sum } from './sum.ts';",
    'const own = 1;',
    '/** A docstring that says export function nothing. */',
    'export function played(rounds: number): number {',
    '  return sum(rounds) + own;',
    '}',
    'export const runs = () => 20_000;',
    'export interface Result { rank: number }',
    'export async function later() {}',
  ].join('\n');
  const module = refusing(source);
  expect([...module.matchAll(/export const (\w+)/g)].map(([, name]) => name)).toEqual([
    'played',
    'runs',
    'later',
  ]);
  const loaded = (await import(`data:text/javascript,${encodeURIComponent(module)}`)) as {
    played(): number;
  };
  expect(() => loaded.played()).toThrow('Computed when the report is built.');
});
