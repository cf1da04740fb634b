import { onFirstUse } from '../reader/first-view/first-use.ts';

const host = document.querySelector<HTMLElement>('[data-explorer]');
if (host) onFirstUse(host, () => import('./start.ts'));
