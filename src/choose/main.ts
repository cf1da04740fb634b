import { onFirstUse } from '../reader/first-view/first-use.ts';
import { asksMore } from './asks.ts';

const host = document.querySelector<HTMLElement>('[data-choose]');
if (host) onFirstUse(host, () => import('./start.ts'), asksMore(host));
