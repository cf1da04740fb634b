import { pageQuery } from '../reader/address.ts';
import { reasonOf } from '../reader/failed-import.ts';
import { searchParameters } from './address.ts';

const host = document.querySelector<HTMLElement>('[data-search]');
if (host) {
  const events = ['focusin', 'input'];
  let begun = false;
  const begin = () => {
    if (begun) return;
    begun = true;
    import('./start.ts').then(
      ({ start }) => start(host),
      (error: unknown) => {
        begun = false;
        host.querySelector('[role="status"]')!.textContent =
          `The search could not be loaded: ${reasonOf(error)}.`;
      },
    );
  };
  for (const event of events) host.addEventListener(event, begin);
  if (pageQuery().has(searchParameters.q.key)) begin();
}
