import { distance } from 'fastest-levenshtein';
import type { KnownName } from './known-names.ts';
import { modelKey } from './model-table.ts';
import { fitOf, spellingOf, wordsOf, type Fit, type Spelling } from './spelling.ts';

/** Most names that are offered at once. */
export const mostNames = 20;

/** Pages of the Hub that are no organisation's. */
const sections = new Set([
  'collections',
  'datasets',
  'docs',
  'models',
  'papers',
  'search',
  'spaces',
  'tasks',
]);

const hosts = new Set(['huggingface.co', 'www.huggingface.co', 'hf.co']);

/** A page of the leaderboard with the details of a model's run, which stands where the Hub keeps its data sets. */
const details = /^(?:datasets\/)?open-llm-leaderboard\/(.+?)__(.+?)-details(?:$|[/?#])/i;

/**
 * The name of a model in what a reader typed or pasted: the address of its page on the Hub, of a file under it, of its
 * page of details at the leaderboard, or of its interface for programs gives organisation and model, a search of the
 * Hub what it searches for; anything else is taken as it is, without the spaces around it. What stands behind “:” or “@”
 * is a revision or a variant.
 */
export function nameIn(text: string): string {
  const trimmed = text.trim();
  const address = /^(?:https?:\/\/)?([^/\s]+)\/(.+)$/i.exec(trimmed);
  if (!address || !hosts.has(address[1]!.toLowerCase())) return trimmed;
  const path = address[2]!.replace(/^api\/models\//i, '');
  const detailed = details.exec(path);
  if (detailed) return `${detailed[1]}/${detailed[2]}`;
  const parts = path
    .replace(/[?#].*$/, '')
    .split('/')
    .filter((part) => part !== '');
  if (sections.has(parts[0]?.toLowerCase() ?? ''))
    return new URLSearchParams(/\?([^#]*)/.exec(path)?.[1]).get('search')?.trim() || trimmed;
  const wanted = parts.slice(0, 2).map((part) => part.replace(/[:@].*$/, ''));
  try {
    return wanted.map(decodeURIComponent).join('/');
  } catch {
    return wanted.join('/');
  }
}

/** A name as it is searched, with what follows the organisation, which most people type alone. */
interface Searched {
  model: KnownName;
  /** Whether it has, without being official, the name of an official one behind its organisation. */
  isNamesake: boolean;
  spellings: readonly { key: string; whole: Spelling; own: string }[];
}

const searchedOf = new WeakMap<readonly KnownName[], readonly Searched[]>();

const ownName = (name: string): string => spellingOf(name.slice(name.indexOf('/') + 1)).letters;

function prepared(models: readonly KnownName[]): readonly Searched[] {
  const official = new Set(models.flatMap((model) => (model.official ? [ownName(model.name)] : [])));
  return models.map((model) => ({
    model,
    isNamesake: !model.official && official.has(ownName(model.name)),
    spellings: [model.name, ...model.others].map((name) => ({
      key: modelKey(name),
      whole: spellingOf(name),
      own: ownName(name),
    })),
  }));
}

function searchedIn(models: readonly KnownName[]): readonly Searched[] {
  const known = searchedOf.get(models) ?? prepared(models);
  searchedOf.set(models, known);
  return known;
}

/** A model that a text may mean. */
export interface Offer {
  model: KnownName;
  /** The other name of it by which it was found; blank where its own was. */
  formerly: string;
}

interface Ranked extends Offer {
  /** Smaller comes first; of equals the next decides. */
  order: readonly number[];
}

/** A model against the words of a text; `joined` is the text without what parts its words. */
function ranked(
  { model, isNamesake, spellings }: Searched,
  words: readonly Spelling[],
  joined: string,
): Ranked[] {
  let [at, fit, exact]: [number, Fit | 0, boolean] = [0, 0, false];
  spellings.forEach((spelling, index) => {
    const found = fitOf(spelling.whole, words) ?? 0;
    const same = found > 0 && (spelling.own === joined || spelling.whole.letters === joined);
    if (found > fit || (same && !exact)) [at, fit, exact] = [index, found, same];
  });
  if (fit === 0) return [];
  const { official, isCopy, isGone, likes, name } = model;
  const order = [fit === 1, !official, isCopy, !exact || isNamesake, isGone, fit < 3].map(Number);
  return [{ model, formerly: at === 0 ? '' : model.others[at - 1]!, order: [...order, -likes, name.length] }];
}

function byOrder(a: Ranked, b: Ranked): number {
  for (const [at, value] of a.order.entries()) if (value !== b.order[at]) return value - b.order[at]!;
  return a.model.name < b.model.name ? -1 : 1;
}

/**
 * The models that a text may mean: those whose name, present or former, holds every word of it, in any order, with or
 * without what parts them, case aside. The one of that very name first; then those that have each word as a whole or as
 * the beginning of one, official ones first, copies last, the name without more to it before others unless it is an official model’s, those that
 * are still on the Hub before those that are gone, the most liked first; then, in the same order, those that have a word within another. The address of a page on the Hub means the
 * model of that page alone, if there is one.
 */
export function searchNames(models: readonly KnownName[], text: string): Offer[] {
  const searched = nameIn(text);
  const all = searchedIn(models);
  const same = all.flatMap(({ model, spellings }): Offer[] => {
    const at = spellings.findIndex(({ key }) => key === modelKey(searched));
    return at < 0 ? [] : [{ model, formerly: at === 0 ? '' : model.others[at - 1]! }];
  });
  if (same.length > 0 && searched !== text.trim()) return same;
  const joined = spellingOf(searched).letters;
  const words = wordsOf(searched);
  const found = words.length === 0 ? [] : all.flatMap((each) => ranked(each, words, joined)).sort(byOrder);
  // A name without an organisation may be the former one of another that stands beside it.
  const first = same.filter(({ model }) => !model.isCopy || searched.includes('/'));
  const rest = found.filter(({ model }) => first.every((each) => each.model !== model));
  return [...first, ...rest.map(({ model, formerly }) => ({ model, formerly }))];
}

/** Part of a text's letters that may differ in the name nearest to it; a name that differs in more is another. */
const mostDiffering = 1 / 3;

/**
 * The name nearest to a text, case aside; of equals the first. A text without a slash is held against the part
 * of each name after its slash, because the organisation is what old short names lack. null where no name is near.
 */
export function nearestName(names: readonly string[], text: string): string | null {
  const searched = nameIn(text).toLowerCase().slice(0, 100);
  const isShort = !searched.includes('/');
  let [best, least]: [string | null, number] = [null, Math.floor(searched.length * mostDiffering) + 1];
  for (const name of names) {
    const held = (isShort ? name.slice(name.indexOf('/') + 1) : name).toLowerCase();
    if (Math.abs(held.length - searched.length) >= least) continue;
    const found = distance(held, searched);
    if (found < least) [best, least] = [name, found];
  }
  return best;
}
