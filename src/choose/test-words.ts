import { benchmarkTitles, type Benchmark } from '../dataset/benchmarks.ts';
import type { Lead, Marks } from './by-test.ts';
import type { Member } from './shortlist.ts';
import { count, points } from './words.ts';

/** A score on one test, and how far it is from that of the best, named as `best`, where it tells the two apart. */
export function testWords({ candidate: { scores }, apart }: Member, name: Benchmark, best: string): string {
  const by = apart?.[name];
  const said = `${benchmarkTitles[name]} ${points(scores[name])}`;
  return by === undefined ? said : `${said}, ${points(Math.abs(by))} ${by > 0 ? 'above' : 'below'} ${best}`;
}

/** The test that a member rests on, and how it would stand to the best, named as `best`, without it; blank for none. */
export const restsWords = ({ rests }: Marks, best: string): string =>
  rests === undefined
    ? ''
    : `rests on one test: without ${benchmarkTitles[rests.test]} it is ${points(rests.behind)} behind ${best} and told from it`;

/** How a model stands to the best without the test that decides the first place, behind its name. */
export const leadWords = ({ by, isTold }: Pick<Lead<unknown>, 'by' | 'isTold'>): string =>
  [
    `is ${points(Math.abs(by))} ${by < 0 ? 'behind' : 'ahead of the best'}`,
    ...(by < 0 ? ['less than the standard error of the difference'] : []),
    ...(isTold ? ['more than the questions leave to chance'] : []),
  ].join(', ');

/** What single tests say of the members of the first group but the best. */
export function testsWords(others: readonly Member[]): string {
  const apart = others.filter(({ apart }) => apart && Object.keys(apart).length > 0).length;
  const one = others.length === 1 ? 'it' : 'one of them';
  if (apart === 0) return `On no single test can ${one} be told from the best`;
  const all = others.length === 1 ? 'it' : others.length === 2 ? 'both' : 'all of them';
  const some = apart === others.length ? all : `${count(apart)} of them`;
  return `On single tests ${some} can be told from the best, as ${others.length === 1 ? 'its line marks' : 'the lists mark'}`;
}
