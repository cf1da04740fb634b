import { isElsewhere } from '../reader/ui/elsewhere.ts';

/** Takes a step on this page where a link was pressed without a key that opens it elsewhere. */
export function step(event: MouseEvent, go: () => void): void {
  if (isElsewhere(event)) return;
  event.preventDefault();
  go();
}
