import { closest } from 'fastest-levenshtein';
import type { z } from 'zod';
import { chapterFields, conceptFields, listOf, pageFields } from '../site/front-matter.ts';
import { units } from '../statistics/statistic.ts';
import { statisticsIn } from '../statistics/written.ts';
import type { ContentFile } from './content-file.ts';
import type { Problem } from './problem.ts';

const schemas: Partial<Record<ContentFile['kind'], z.ZodObject>> = {
  chapter: chapterFields,
  concept: conceptFields,
  page: pageFields,
};

/** What is wrong with the front matter of a file: fields that are missing, unknown, blank or of another type. */
export function frontMatterProblems(file: ContentFile): Problem[] {
  const schema = schemas[file.kind];
  if (!schema || !file.isYaml) return [];
  const values = Object.fromEntries([...file.frontMatter].map(([key, { value }]) => [key, value]));
  const names = Object.keys(schema.shape);
  return (schema.safeParse(values).error?.issues ?? []).flatMap((issue): Problem[] => {
    const problem = (key: string, message: string): Problem => ({
      file: file.path,
      ...(file.frontMatter.get(key)?.at ?? { line: 1, column: 1 }),
      message,
    });
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) =>
        problem(key, `the front matter has no “${key}”; the nearest that exists is “${closest(key, names)}”`),
      );
    const key = String(issue.path[0]);
    if (!file.frontMatter.has(key)) return [problem(key, `the front matter needs “${key}”`)];
    return [problem(key, `“${key}” of the front matter: ${issue.message}`)];
  });
}

const unitNames: readonly string[] = Object.values(units).map(({ name }) => name);

/** Statistics and units that an entry of the glossary names and that do not exist. */
export function shortProblems(file: ContentFile, statistics: readonly string[]): Problem[] {
  if (file.kind !== 'concept') return [];
  const of = (key: string) => file.frontMatter.get(key);
  const [short, scaled] = [of('short'), of('units')];
  const problem = (key: string, message: string): Problem => ({ file: file.path, ...of(key)!.at, message });
  return [
    ...statisticsIn(String(short?.value ?? ''))
      .filter((id) => !statistics.includes(id))
      .map((id) =>
        problem(
          'short',
          `there is no statistic “${id}”; the nearest that exists is “${closest(id, [...statistics])}”`,
        ),
      ),
    ...listOf(scaled?.value)
      .filter((name) => !unitNames.includes(name))
      .map((name) =>
        problem(
          'units',
          `there is no unit “${name}”; the nearest that exists is “${closest(name, unitNames)}”`,
        ),
      ),
  ];
}

/** Chapters that claim a place which another chapter, the one before it by name, has already. */
export function orderProblems(files: readonly ContentFile[]): Problem[] {
  const taken = new Map<unknown, string>();
  return files
    .filter(({ kind }) => kind === 'chapter')
    .flatMap(({ path, frontMatter }): Problem[] => {
      const order = frontMatter.get('order');
      if (order === undefined) return [];
      const before = taken.get(order.value);
      if (before === undefined) {
        taken.set(order.value, path);
        return [];
      }
      return [
        { file: path, ...order.at, message: `${before} has “order: ${order.value}” too; give each its own` },
      ];
    });
}
