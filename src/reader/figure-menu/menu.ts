import { withBase } from '../../site/base.ts';
import { pageAddress } from '../address.ts';
import { onShown } from '../answers/shown-figure.ts';
import { embedCode, explorerAddress, sqlAddress } from './addresses.ts';
import { handOver } from '../hand-over.ts';
import { drawingFile, drawingShown, pictureFile } from './picture.ts';
import { aboutSlice, drawingWords, fileName, subjectOf, type Subject } from './subject.ts';
import { reasonOf } from '../failed-import.ts';
import { onDismissal } from '../ui/dismissal.ts';

const toggleOf = (element: HTMLElement) => element.querySelector<HTMLElement>('.figure-menu-toggle')!;
const panelOf = (element: HTMLElement) => element.querySelector<HTMLElement>('.figure-menu')!;

let open: { element: HTMLElement; away: AbortController } | undefined;

/** Closes the menu that is open, if any. */
export function closeMenu(): void {
  if (!open) return;
  const { element, away } = open;
  open = undefined;
  away.abort();
  panelOf(element).hidden = true;
  panelOf(element).replaceChildren();
  toggleOf(element).setAttribute('aria-expanded', 'false');
}

/** Opens the menu of a figure, or closes it where it is open. */
export function toggleMenu(element: HTMLElement): void {
  const again = open?.element === element;
  closeMenu();
  if (again) return;
  const panel = panelOf(element);
  panel.replaceChildren(...contents(subjectOf(element)));
  panel.hidden = false;
  toggleOf(element).setAttribute('aria-expanded', 'true');
  const away = new AbortController();
  open = { element, away };
  leaveBy(element, away.signal);
  panel.scrollIntoView({ block: 'nearest' });
}

/** Closes the menu by Escape, and once the reader is elsewhere or the figure shows something else. */
function leaveBy(element: HTMLElement, signal: AbortSignal): void {
  const parts = [panelOf(element), toggleOf(element)];
  onDismissal(parts, signal, (byKey) => {
    closeMenu();
    if (byKey) toggleOf(element).focus();
  });
  panelOf(element).addEventListener(
    'focusout',
    ({ relatedTarget }) => {
      if (relatedTarget && !parts.some((part) => part.contains(relatedTarget as Node))) closeMenu();
    },
    { signal },
  );
  const deaf = onShown((changed) => {
    if (changed === element) closeMenu();
  });
  signal.addEventListener('abort', deaf);
}

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}

/** What the menu says it did; a text that could not be copied stands there to be copied by hand. */
class Status {
  readonly element = make('div', 'figure-menu-status');

  constructor() {
    this.element.setAttribute('role', 'status');
  }

  say(text: string, byHand?: string): void {
    this.element.replaceChildren(text);
    this.element.scrollIntoView({ block: 'nearest' });
    if (byHand === undefined) return;
    const area = make('textarea', '');
    area.readOnly = true;
    area.rows = 4;
    area.value = byHand;
    area.setAttribute('aria-label', 'Text to copy');
    this.element.append(area);
    area.focus();
    area.select();
  }
}

function contents(subject: Subject): HTMLElement[] {
  const status = new Status();
  const act = (what: string, action: () => void | string | Promise<void | string>) => {
    const button = make('button', '', what);
    button.type = 'button';
    button.addEventListener('click', () => {
      void (async () => {
        try {
          const said = await action();
          if (typeof said === 'string') status.say(said);
        } catch (error) {
          status.say(`That did not work: ${reasonOf(error)}.`);
        }
      })();
    });
    return button;
  };
  const copy = (what: string, text: string, done: string) =>
    act(what, async () => {
      try {
        await navigator.clipboard.writeText(text);
        return done;
      } catch {
        status.say('The browser does not let the page copy. The text:', text);
        return undefined;
      }
    });
  const lead = (what: string, address: string) => {
    const link = make('a', '', what);
    link.href = address;
    return link;
  };
  return [
    make('p', 'figure-menu-about', aboutSlice(subject)),
    group('Save', [
      act(subject.shown ? 'CSV (zip)' : 'CSV', () => saveRows(subject)),
      act('SVG', () => saveDrawing(subject)),
      act('PNG', () => savePicture(subject)),
    ]),
    group('Share', [
      copy('Copy link', subject.permalink, 'The link is copied.'),
      copy('Copy embed code', embedCodeOf(subject), 'The code is copied.'),
      lead('Its own page', subject.alone),
    ]),
    group('Take apart', [
      act('Table', () => openTable(subject)),
      lead('Explorer', explorerAddress(page('/explorer/'), subject.slice, subject.element.dataset.explore)),
      lead('SQL', sqlAddress(page('/sql/'), subject.slice, subject.sql)),
      copy('Copy SQL', subject.sql, 'The query is copied.'),
    ]),
    status.element,
  ];
}

function group(name: string, items: HTMLElement[]): HTMLElement {
  const element = make('div', 'figure-menu-group');
  const list = make('ul', '');
  list.setAttribute('aria-label', name);
  for (const item of items) {
    const entry = make('li', '');
    entry.append(item);
    list.append(entry);
  }
  const title = make('span', 'figure-menu-name', name);
  title.setAttribute('aria-hidden', 'true');
  element.append(title, list);
  return element;
}

const page = (path: string) => new URL(withBase(path), pageAddress()).href;

/** Pixels that the page of one figure takes for what it says of its slice and of the report, at a narrow width. */
const aroundEmbedded = 120;

const embedCodeOf = ({ alone, question, element }: Subject) =>
  embedCode(alone, question, Math.ceil((element.getBoundingClientRect().height + aroundEmbedded) / 20) * 20);

function refuseFew({ shown }: Subject): void {
  if (shown?.few) throw new Error('the slice has too few models to draw');
}

/** Saves the rows of a slice as the page has them, with what they are; without a slice, the published file. */
async function saveRows(subject: Subject): Promise<string> {
  refuseFew(subject);
  if (subject.shown) {
    const { saveSliced } = await import('./sliced-rows.ts');
    return `${await saveSliced(subject, subject.shown)} is saved: the rows and what they are.`;
  }
  const response = await fetch(subject.csv);
  if (!response.ok) throw new Error(`the file could not be loaded (${response.status})`);
  const name = fileName(subject, 'csv');
  handOver(await response.blob(), name);
  return `${name} is saved. What it holds is described in ${name}-metadata.json, beside it on this site.`;
}

function saveDrawing(subject: Subject): string {
  refuseFew(subject);
  const svg = drawingFile(drawingShown(subject.element), drawingWords(subject));
  const name = fileName(subject, 'svg');
  handOver(new Blob([svg], { type: 'image/svg+xml' }), name);
  return `${name} is saved.`;
}

async function savePicture(subject: Subject): Promise<string> {
  refuseFew(subject);
  const name = fileName(subject, 'png');
  handOver(await pictureFile(drawingShown(subject.element), drawingWords(subject)), name);
  return `${name} is saved.`;
}

function openTable({ element }: Subject): void {
  const details = element.querySelector<HTMLDetailsElement>('.figure-data');
  if (!details) return;
  details.open = true;
  closeMenu();
  details.querySelector<HTMLElement>('.table-scroll')?.focus();
}
