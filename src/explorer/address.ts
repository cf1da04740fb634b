import { formatSlice, type Slice } from '../slice/slice.ts';
import { pushStep } from '../reader/history-steps.ts';
import { explorerParameters, formatOptions, parseOptions, type Options } from './options.ts';

const isOurs = (part: string) => explorerParameters.some((name) => part.split('=')[0] === name);

/** What the address says the reader chose of this page. */
export const readerOptions = () => parseOptions(new URLSearchParams(location.search));

/** Writes what the reader chose into the address, as a step in the browser's history; the slice stays. */
export function writeOptions(options: Options): void {
  const url = new URL(location.href);
  const others = url.search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !isOurs(part));
  const own = formatOptions(options).map(([key, text]) => `${key}=${text}`);
  url.search = [...others, ...own].join('&');
  if (url.href !== location.href) pushStep(url);
}

/** The address of this page with another slice. */
export function addressOf(slice: Slice): string {
  const own = formatOptions(readerOptions().options).map(([key, text]) => `${key}=${text}`);
  return `?${[formatSlice(slice), ...own].filter((part) => part !== '').join('&')}`;
}
