// What a number in the text is, where a pointer that rests would say it; a finger cannot rest.
import { withBase } from '../../site/base.ts';

let card: HTMLElement | undefined;

/** Shows what a number is and where it is listed. */
function show(number: HTMLElement): void {
  card?.remove();
  const shown = document.createElement('span');
  card = shown;
  card.className = 'term-definition number-card';
  card.popover = 'auto';
  card.addEventListener('toggle', ({ newState }) => newState === 'closed' && shown.remove());
  const { stat = '', published } = number.dataset;
  const link = document.createElement('a');
  link.href = withBase(`/numbers/#${stat}`);
  link.textContent = 'In the list of numbers';
  const words = [number.title, published];
  card.append(`${words.filter(Boolean).join('. ')}. `, link);
  // Beside the number, so that the keyboard goes on to the link from there.
  number.after(card);
  card.showPopover({ source: number });
}

document.addEventListener('click', ({ target }) => {
  const number = target instanceof Element ? target.closest<HTMLElement>('.stat') : null;
  // A number that is being marked with the pointer is not asked about.
  if (number && getSelection()?.isCollapsed !== false) show(number);
});
