// A figure comes alive, with tooltips, when the reader reaches for it; until then it costs nothing.
import type { Row } from '../engine/engine.ts';

async function wake(element: HTMLElement): Promise<void> {
  const { drawLive, isLive } = await import('./live-figure.ts');
  if (isLive(element)) return;
  const response = await fetch(`${element.dataset.specs ?? ''}json`);
  if (!response.ok) return;
  const editions = (await response.json()) as Record<string, { rows: Row[] }>;
  const edition = editions[element.dataset.preparation ?? 'reviewed'];
  if (edition && !isLive(element)) await drawLive(element, edition.rows);
}

for (const element of document.querySelectorAll<HTMLElement>('[data-figure]')) {
  const chart = element.querySelector('.figure-chart');
  const reach = () => void wake(element);
  for (const event of ['pointerenter', 'focusin', 'touchstart'] as const)
    chart?.addEventListener(event, reach, { passive: true });
}
