import type { Choice } from './suggest.ts';

type List = readonly (readonly [name: string, reviewed: number, prepared: number])[];

let loading: Promise<Record<string, List>> | undefined;

/** The names that a field offers on a preparation, the most used first; the file is fetched once. */
export async function choicesOf(url: string, key: string, preparation: string): Promise<Choice[]> {
  loading ??= fetch(url)
    .then((response) => {
      if (!response.ok) throw new Error(`${url} answered ${response.status}`);
      return response.json() as Promise<Record<string, List>>;
    })
    .catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
  const list = (await loading)[key] ?? [];
  return list
    .map(([name, reviewed, prepared]) => ({ name, models: preparation === 'prepared' ? prepared : reviewed }))
    .filter(({ models }) => models > 0)
    .sort((a, b) => b.models - a.models);
}
