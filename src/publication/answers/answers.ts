import { answeredSlices } from '../../slice/answered.ts';
import { contentKey, keep, kept, statisticsInputs } from '../cache.ts';
import { answerOnThreads } from '../threads.ts';
import type { PageNeeds } from './needs.ts';

const inputs = [
  ...statisticsInputs,
  'src/claims',
  'src/figures',
  'src/publication/answers',
  'src/publication/threads.ts',
];

/** Compressed files of answers, as base64, by the address of the slice and by page. */
export type FilesBySlice = Readonly<Record<string, Readonly<Record<string, string>>>>;

let version: string | undefined;

/** A name for the answers of this state of the project, of its texts too: they say what is asked. */
export const answersVersion = (): string =>
  (version ??= contentKey([], [...inputs, 'content', 'src/components', 'src/pages']).slice(0, 12));

/** Answers every slice that is answered at the build, for every page, or takes the answers from the cache. */
export async function answerPages(pages: Readonly<Record<string, PageNeeds>>): Promise<FilesBySlice> {
  const asked = Object.entries(pages).map(([page, needs]) => [
    page,
    Object.entries(needs).map(([pin, { statistics, figures }]) => [pin, [...statistics], [...figures]]),
  ]);
  const key = contentKey([process.version, asked], inputs);
  const known = kept<FilesBySlice>('answers', key);
  if (known) return known;
  const computed = await answerOnThreads<Record<string, string>>(
    'src/publication/answers/worker.ts',
    { pages },
    [...answeredSlices.keys()],
  );
  keep('answers', key, computed);
  return computed;
}
