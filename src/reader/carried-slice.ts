// On a page that shows no slice: says so where its address asks for one, and hands the slice on to the pages that do.
import { carryQuery, pageQuery } from './address.ts';

const note = document.querySelector<HTMLElement>('.carried-slice');
const filters = new Set(note?.dataset.filters?.split(' '));
const slice = new URLSearchParams([...pageQuery()].filter(([name]) => filters.has(name)));
if (note && slice.size > 0) {
  note.hidden = false;
  carryQuery(document, slice.toString());
}
