import { getCollection } from 'astro:content';

/** The figure that stands for a page outside the chapters; for any other, that of the front page. */
const ofPages: Readonly<Record<string, string>> = {
  '': 'score-by-size',
  explorer: 'ability-map',
  models: 'frontier-over-time',
  choose: 'size-for-score',
  sql: 'benchmark-correlation',
  robustness: 'rank-robustness',
  'data-card': 'submissions',
  numbers: 'variance-shares',
  differs: 'co2-over-time',
};

/** The figure that the first mention in a text shows. */
export const firstFigure = (text: string): string | undefined =>
  /<Figure\s[^>]*?\bid="([^"]+)"/.exec(text)?.[1];

/** The figures of chapters by the address of the chapter, each the first that it shows. */
const ofChapters = async (): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    (await getCollection('chapters')).flatMap(({ id, body }) => {
      const figure = firstFigure(body ?? '');
      return figure === undefined ? [] : [[id, figure]];
    }),
  );

/** The figure whose card stands for a page, from the address of the page under the base path. */
export async function cardOf(path: string): Promise<string> {
  const page = path.replace(/^\//, '').replace(/\/.*$/, '');
  return (await ofChapters())[page] ?? ofPages[page] ?? ofPages['']!;
}

/** The figures that have a card. */
export const cards = async (): Promise<string[]> =>
  [...new Set([...Object.values(await ofChapters()), ...Object.values(ofPages)])].sort();
