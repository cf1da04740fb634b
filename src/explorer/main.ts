import { onFirstUse } from '../reader/first-view/first-use.ts';
import { hearEarlyStrokes } from './early-stroke.ts';

const host = document.querySelector<HTMLElement>('[data-explorer]');
if (host)
  hearEarlyStrokes(
    host,
    onFirstUse(host, () => import('./start.ts')),
  );
