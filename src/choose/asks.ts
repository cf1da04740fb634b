import { asksOtherView } from '../reader/first-view/first-use.ts';
import { pageQuery } from '../reader/address.ts';
import { unknownParameters } from '../slice/unknown-parameters.ts';

/** Parameters of the page's address that mean nothing to it; `host` names its own. */
export const unknownIn = ({ dataset }: HTMLElement): string[] =>
  unknownParameters(pageQuery(), (dataset.parameters ?? '').split(' '));

/** Whether the address asks for another answer than the page has, or for something that is to be said. */
export const asksMore = (host: HTMLElement): boolean => asksOtherView(host) || unknownIn(host).length > 0;
