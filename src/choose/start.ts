import { h, hydrate } from 'preact';
import { holdBack } from '../reader/first-view/first-use.ts';
import { asksMore, unknownIn } from './asks.ts';
import { Choose } from './choose.tsx';
import { Chooser } from './chooser.ts';

/** Makes the choice live in its place on the page. */
export function start(place: HTMLElement): void {
  const { root = '', candidates = '', finder = '', cautions = '' } = place.dataset;
  const chooser = new Chooser(root, candidates, () => unknownIn(place));
  hydrate(h(Choose, { chooser, finder, cautions }), place);
  chooser.onChange(() => holdBack(chooser.state === 'loading' && !chooser.answer));
  if (asksMore(place)) chooser.follow();
}
