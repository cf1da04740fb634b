import { button } from '../reader/ui/button.ts';
import { quote } from '../slice/field.ts';
import { kinds, type Entry } from './entry.ts';
import { excerptOf, readsAsName, type Found } from './find.ts';

/** Most of a list that shows at first. */
const most = 6;

const element = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] => {
  const made = document.createElement(name);
  made.append(...children);
  return made;
};

function link(address: string, text: string): HTMLAnchorElement {
  const made = element('a', text);
  made.href = address;
  return made;
}

const counted = (count: number, one: string, more: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : more}`;

/** A heading with a list, of which the first show and the rest on request. */
function section<T>(title: string, items: readonly T[], show: (item: T) => HTMLLIElement): HTMLElement {
  const list = element('ol', ...items.slice(0, most).map(show));
  const made = element('section', element('h2', `${title} (${items.length.toLocaleString('en')})`), list);
  if (items.length > most) {
    const all = button(`Show ${counted(Math.min(items.length, 100) - most, 'more', 'more')}`, () => {
      const rest = items.slice(most, 100).map(show);
      all.remove();
      list.append(...rest);
      rest[0]!.querySelector('a')!.focus();
    });
    all.className = 'tool-button';
    made.append(all);
  }
  return made;
}

/**
 * What was found as a page shows it: a sentence, and a list for each kind, models first where a name is looked for. Names of models are strangers' text, so
 * every text is a text node. `home` is the address of the front page.
 */
export function resultsOf(
  { places, words, without }: Found,
  models: readonly string[],
  text: string,
  home: string,
): { summary: string; sections: HTMLElement[] } {
  const place = ({ title, page, address, text: full }: Entry) => {
    const item = element('li', link(home + address, title));
    if (page !== '') item.append(' ', element('span', page));
    const pieces = excerptOf(full, words);
    if (pieces.length > 0)
      item.append(
        element('p', ...pieces.map((piece) => (piece.marked ? element('mark', piece.text) : piece.text))),
      );
    return item;
  };
  const model = (name: string) =>
    element('li', link(`${home}models/?${new URLSearchParams({ m: name }).toString()}`, name));
  const inReport = [...places].map(([kind, found]) => section(kinds[kind], found, place));
  const inTable = models.length > 0 ? [section('Models', models, model)] : [];
  const sections = readsAsName(text) ? [...inTable, ...inReport] : [...inReport, ...inTable];
  const count = [...places.values()].reduce((sum, found) => sum + found.length, 0);
  const summary =
    count + models.length === 0
      ? `Nothing was found for ${quote(text)}. Fewer words, or a part of one, may find more.`
      : `${quote(text)}: ${counted(count, 'place', 'places')} and ${counted(models.length, 'model', 'models')}.${without.length > 0 ? ` Nothing holds ${without.map(quote).join(', ')}.` : ''}`;
  return { summary, sections };
}
