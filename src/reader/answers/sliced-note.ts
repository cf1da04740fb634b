// The note at the head of a page, which says what a slice makes of it.
import { keepPublished, putPublishedBack } from './published.ts';

/** Elements that have an id for as long as a line of the note leads to them. */
let named: HTMLElement[] = [];

function forget(): void {
  for (const element of named) element.removeAttribute('id');
  named = [];
}

/** The note of a page, emptied of what an older slice said; undefined where the page has none. */
export function openNote(root: ParentNode): { note: HTMLElement; status: HTMLElement } | undefined {
  const note = root.querySelector<HTMLElement>('.sliced-note');
  const status = note?.querySelector<HTMLElement>('[role="status"]');
  if (!note || !status) return undefined;
  keepPublished(note, [note, status]);
  forget();
  return { note, status };
}

/** Takes back what was said of a slice. */
export function closeNote(root: ParentNode): void {
  const note = root.querySelector('.sliced-note');
  if (note) putPublishedBack(note);
  forget();
}

/** Gives an element an id, so that a link leads to it; it keeps one that it has. */
export function anchorOf(element: HTMLElement, name: string): string {
  const own = element.closest('[id]:is([data-claim], li)')?.id;
  if (own) return own;
  element.id = `${name}-${named.length + 1}`;
  named.push(element);
  return element.id;
}

/** A list with a title; each line opens with a link to its place. */
export function listOf(
  title: string,
  lines: readonly { anchor: string; link: string; rest: string }[],
): Node[] {
  if (lines.length === 0) return [];
  const heading = document.createElement('p');
  heading.className = 'changes-title';
  heading.textContent = title;
  const list = document.createElement('ul');
  for (const { anchor, link, rest } of lines) {
    const [item, target] = [document.createElement('li'), document.createElement('a')];
    target.href = `#${anchor}`;
    target.textContent = link;
    item.append(target, rest);
    list.append(item);
  }
  return [heading, list];
}
