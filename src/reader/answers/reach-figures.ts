// A figure comes alive, with tooltips, when the reader reaches for it; until then it costs nothing.
import type { Row } from '../../engine/engine.ts';

const live = () => import('./live-figure.ts');

async function wake(element: HTMLElement): Promise<void> {
  const { drawLive, isLive } = await live();
  if (isLive(element)) return;
  const response = await fetch(`${element.dataset.specs ?? ''}json`);
  if (!response.ok) return;
  const editions = (await response.json()) as Record<string, { rows: Row[] }>;
  const edition = editions[element.dataset.preparation ?? 'reviewed'];
  if (edition && !isLive(element)) await drawLive(element, edition.rows);
}

/** Lets the keyboard go through the models of a chart. */
async function walk(element: HTMLElement): Promise<void> {
  await wake(element);
  const { walkModels, whenDrawn } = await live();
  await whenDrawn(element);
  walkModels(element);
}

/** Opens or closes what a figure offers to save and share. */
async function openMenu(element: HTMLElement): Promise<void> {
  try {
    const menu = await import('../figure-menu/menu.ts');
    menu.toggleMenu(element);
  } catch {
    const panel = element.querySelector<HTMLElement>('.figure-menu')!;
    panel.replaceChildren('This could not be loaded; the links below can.');
    panel.hidden = false;
  }
}

for (const element of document.querySelectorAll<HTMLElement>('[data-figure]')) {
  const chart = element.querySelector('.figure-chart');
  const reach = () => void wake(element);
  for (const event of ['pointerenter', 'touchstart'] as const)
    chart?.addEventListener(event, reach, { passive: true });
  const press = (selector: string, act: (figure: HTMLElement) => Promise<void>) =>
    element.querySelector(selector)?.addEventListener('click', () => void act(element));
  press('.figure-walk', walk);
  press('.figure-menu-toggle', openMenu);
}
