// The page of one figure: it answers the slice of its address, which a frame on another page sets.
import { carryQuery } from '../address.ts';
import { preparationTitles } from '../../dataset/grouping.ts';
import { countInWords } from '../../figures/few.ts';
import {
  describeSlice,
  formatSlice,
  preparationOf,
  sameSlice,
  wholeTable,
  type Slice,
} from '../../slice/slice.ts';
import { readerSlice } from '../reader-slice.ts';
import { reasonOf } from '../failed-import.ts';
import { againButton } from '../ui/again-button.ts';

const host = document.querySelector<HTMLElement>('[data-embed]');
if (host) void answer(host);

async function answer(place: HTMLElement): Promise<void> {
  const line = place.querySelector<HTMLElement>('.embed-slice')!;
  const { slice, problems } = readerSlice();
  const left = problems.map((problem) => `Left out of the slice: ${problem}. `).join('');
  carryQuery(document, formatSlice(slice));
  line.textContent = left.trim();
  if (sameSlice(slice, wholeTable)) return;
  let stop: (() => void) | undefined;
  try {
    const { openSession, onProgress, progressWords } = await import('../session.ts');
    stop = onProgress((progress) => {
      line.textContent = `${left}${progressWords(progress)} The figure is as published.`;
    });
    const [engine, { answerPage, countModels, engineSource }] = await Promise.all([
      openSession(place.dataset.manifest ?? ''),
      import('../bar/answering.ts'),
    ]);
    stop();
    const { signal } = new AbortController();
    const [models, { drawn }] = await Promise.all([
      countModels(engine, slice, signal),
      answerPage(engineSource(engine), slice, place, signal),
    ]);
    line.textContent = `${left}Slice: ${words(slice)}; ${countInWords(models, 'models')}.`;
    await drawn;
  } catch (error) {
    fail(place, line, left, error);
  } finally {
    stop?.();
  }
}

/** Says why the slice has no answer, behind what was left out of it, with a button that tries again. */
function fail(place: HTMLElement, line: HTMLElement, left: string, error: unknown): void {
  line.replaceChildren(
    `${left}The slice could not be answered: ${reasonOf(error)}. The figure is as published. `,
    againButton(
      error,
      () => void answer(place),
      (offline) => fail(place, line, left, offline),
    ),
  );
}

const words = (slice: Slice) =>
  [...describeSlice(slice), preparationTitles[preparationOf(slice)].toLowerCase()].join(', ');
