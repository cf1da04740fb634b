import { formatSlice, type Slice } from '../../slice/slice.ts';
import { addressWith, type Parameter } from '../../slice/parameters.ts';
import { addressWithQuery } from '../sql-address.ts';

/** An address with a slice in its query and nothing else there. */
export function withSlice(address: string, slice: Slice): string {
  const url = new URL(address);
  url.search = formatSlice(slice);
  return url.href;
}

/** The first plot of the explorer, which reads more into the text. */
const plot: Parameter<string> = { key: 'plot1', empty: '', parse: (text) => text, format: (text) => text };

/** Address of the explorer with a slice and, where the figure names one, its plot: "x.y.colouring". */
export function explorerAddress(explorer: string, slice: Slice, text = ''): string {
  return addressWith(withSlice(explorer, slice), { plot }, { plot: text });
}

/** Address of the SQL page with a slice and a query; without the query where it is too long for an address. */
export function sqlAddress(page: string, slice: Slice, sql: string): string {
  const address = withSlice(page, slice);
  return addressWithQuery(address, sql) ?? address;
}

const attribute = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** HTML that shows the page of one figure within another page. */
export const embedCode = (address: string, title: string, height: number): string =>
  `<iframe src="${attribute(address)}" title="${attribute(title)}" width="100%" height="${height}" loading="lazy" style="border:0"></iframe>`;
