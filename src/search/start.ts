import { onBackAndForward, pageAddress, pageQuery, replaceAddress } from '../reader/address.ts';
import { addressWith, readParameters } from '../slice/parameters.ts';
import { searchParameters } from './address.ts';
import { entriesOf, modelsOf, type SearchFile } from './entry.ts';
import { findModels, searchOver, type Found } from './find.ts';
import { resultsOf } from './results.ts';

interface Answers {
  search: (text: string) => Found;
  models: readonly string[];
}

async function load(address: string): Promise<Answers> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const file = (await response.json()) as SearchFile;
  return { search: searchOver(entriesOf(file)), models: modelsOf(file) };
}

/** Makes the search live: answers what the field says, now and whenever it changes, and keeps it in the address. */
export function start(host: HTMLElement): void {
  const input = host.querySelector('input')!;
  const status = host.querySelector('[role="status"]')!;
  const list = host.querySelector('[data-results]')!;
  const asked = () => readParameters(searchParameters, pageQuery()).values.q;
  let answers: Promise<Answers> | undefined;
  let latest = 0;

  async function answer(): Promise<void> {
    const turn = ++latest;
    const text = input.value.trim();
    if (text === '') {
      status.textContent = '';
      list.replaceChildren();
      return;
    }
    try {
      if (!answers) status.textContent = 'The search is loading.';
      const { search, models } = await (answers ??= load(host.dataset.file!));
      if (turn !== latest) return;
      const shown = resultsOf(search(text), findModels(models, text), text, host.dataset.home!);
      status.textContent = shown.summary;
      list.replaceChildren(...shown.sections);
    } catch {
      answers = undefined;
      if (turn === latest)
        status.textContent = 'What can be found could not be loaded. Press Search to try again.';
    }
  }

  const take = () => {
    replaceAddress(addressWith(pageAddress(), searchParameters, { q: input.value }));
    void answer();
  };
  input.addEventListener('input', take);
  input.form!.addEventListener('submit', (event) => {
    event.preventDefault();
    take();
  });
  onBackAndForward(() => {
    input.value = asked();
    void answer();
  });
  // What was typed before this came counts more than what the address asked.
  if (input.value === '') input.value = asked();
  take();
}
