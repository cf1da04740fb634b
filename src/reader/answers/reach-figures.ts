// A figure comes alive, with tooltips, when the reader reaches for it; until then it costs nothing.

const live = () => import('./live-figure.ts');

// What does not arrive leaves the drawing made at build time.
const wake = (element: HTMLElement) =>
  live()
    .then((figures) => figures.wake(element))
    .catch(() => undefined);

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
