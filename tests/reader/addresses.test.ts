import { expect, test } from 'vitest';
import {
  addressWithOptions,
  explorerParameters,
  parseOptions,
  type Options,
} from '../../src/explorer/options.ts';
import { criteriaParameters, readCriteria } from '../../src/choose/criteria.ts';
import { addressWithChoice, finderParameters, readChoice } from '../../src/finder/address.ts';
import { addressWithQuery, queryInAddress, sqlParameters } from '../../src/reader/sql-address.ts';
import { addressWithChart, chartInAddress, chartParameters } from '../../src/sql/chart-address.ts';
import { searchParameters } from '../../src/search/address.ts';
import { fields } from '../../src/slice/fields.ts';
import { keysOf, queryOf, readParameters, textsOf } from '../../src/slice/parameters.ts';
import { formatSlice, parseSlice, wholeTable } from '../../src/slice/slice.ts';
import { addressVersus, versusParameters, type Versus } from '../../src/reader/versus/parameter.ts';
import { noticeOf, unknownParameters } from '../../src/slice/unknown-parameters.ts';
import { addresses, type Page } from './addresses.ts';

/** What a page makes of an address: what it means, what the reader is told, and how it is written back. */
interface Read {
  means: Record<string, unknown>;
  told: string[];
  written: string;
}

const site = 'https://example.org/report';

const plot = ({ x, y, colouring }: Options['plot1']) =>
  `${x.axis.column} ${x.scale}, ${y.axis.column} ${y.scale}, ${colouring.id}`;

function readOptions(query: URLSearchParams): Read {
  const { options, problems } = parseOptions(query);
  const { plot1, plot2, histograms, groups } = options;
  return {
    means: {
      ...options,
      plot1: plot(plot1),
      plot2: plot(plot2),
      histograms: histograms.map(({ axis, scale }) => `${axis.column} ${scale}`).join(', '),
      groups: { ...groups, by: groups.by.id },
    },
    told: problems,
    written: new URL(addressWithOptions(site, options)).search.slice(1),
  };
}

function readModels(query: URLSearchParams): Read {
  const { choice, problems } = readChoice(query);
  return {
    means: { ...choice },
    told: problems,
    written: new URL(addressWithChoice(site, choice)).search.slice(1),
  };
}

function readMachine(address: string): Read {
  const { criteria, problems } = readCriteria(address);
  return {
    means: { ...criteria },
    told: problems,
    // Only what the query says is asked here; the page of a machine says its own in its path.
    written: queryOf(textsOf(criteriaParameters(), criteria)),
  };
}

function readQuery(address: string): Read {
  const q = queryInAddress(address) || null;
  const { chart, problems } = chartInAddress(address);
  const { search, hash } = new URL(addressWithQuery(addressWithChart(`${site}/sql/`, chart), q ?? '')!);
  return { means: { q, chart }, told: problems, written: search.slice(1) + hash };
}

function readSearch(query: URLSearchParams): Read {
  const { values, problems } = readParameters(searchParameters, query);
  return { means: { ...values }, told: problems, written: queryOf(textsOf(searchParameters, values)) };
}

function readVersus(query: URLSearchParams): Read {
  const { values, problems } = readParameters<Versus>(versusParameters, query);
  return {
    means: { vs: values.versus && set(values.versus, wholeTable) },
    told: problems,
    written: new URL(addressVersus(site, values.versus)).search.slice(1),
  };
}

const own: Record<
  Page,
  { names: readonly string[]; read: (address: string, query: URLSearchParams) => Read }
> = {
  chapter: { names: keysOf(versusParameters), read: (_, query) => readVersus(query) },
  choose: { names: keysOf(criteriaParameters()), read: readMachine },
  explorer: { names: keysOf(explorerParameters), read: (_, query) => readOptions(query) },
  models: { names: keysOf(finderParameters), read: (_, query) => readModels(query) },
  sql: { names: keysOf({ ...sqlParameters, ...chartParameters }), read: (address) => readQuery(address) },
  search: { names: keysOf(searchParameters), read: (_, query) => readSearch(query) },
};

const pages = Object.keys(addresses) as Page[];
const addressOf = (page: Page, text: string) => `${site}/${page}/${/^(?:#|$)/.test(text) ? '' : '?'}${text}`;

/** What a page makes of the parameters of its own in an address. */
function readOwn(page: Page, text: string): Read {
  const address = addressOf(page, text);
  return own[page].read(address, new URL(address).searchParams);
}

/** The values that differ from those of an address without parameters. */
const set = (means: object, whole: object) =>
  Object.entries(means).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(whole[key as keyof object]),
  );

/** A line that can be read: what repeats is counted, and what has no sign gets one. */
const legible = (line: string) =>
  line
    .replaceAll(/(.)\1{40,}/g, (run, sign: string) => `(${run.length} times ${sign})`)
    .replaceAll('\u0001', '\\u0001');

function witness(page: Page, text: string): string {
  const query = new URL(addressOf(page, text)).searchParams;
  const { slice, problems } = parseSlice(query);
  const { means, told, written } = readOwn(page, text);
  const lines = [
    ...set(slice, wholeTable).map(([key, value]) => `slice ${key} ${JSON.stringify(value)}`),
    ...set(means, readOwn(page, '').means).map(([key, value]) => `page ${key} ${JSON.stringify(value)}`),
    noticeOf(problems, unknownParameters(query, own[page].names)),
    ...told.map((problem) => `Left at its default: ${problem}.`),
    `written ${[formatSlice(slice), written].filter((part) => part !== '').join(' and ')}`.trimEnd(),
  ];
  return [`${page} ${text}`.trimEnd(), ...lines.filter((line) => line !== '').map((line) => `  ${line}`)]
    .map(legible)
    .join('\n');
}

test('every address keeps its meaning, or leads on with a sentence', async () => {
  const told = pages.flatMap((page) => addresses[page].map((text) => witness(page, text)));
  await expect(`${told.join('\n')}\n`).toMatchFileSnapshot('../golden/addresses.txt');
});

test.each(pages)('the list holds every parameter of %s with a value that means something', (page) => {
  const { names } = own[page];
  const declared: readonly string[] = page === 'chapter' ? [...Object.keys(fields), ...names] : names;
  const written = addresses[page].flatMap((text) => {
    const { slice } = parseSlice(new URL(addressOf(page, text)).searchParams);
    const queries = [readOwn(page, text).written, page === 'chapter' ? formatSlice(slice) : ''];
    return queries.flatMap((query) => [...new URLSearchParams(query.replace(/^#/, '')).keys()]);
  });
  expect([...new Set(written)].sort()).toEqual([...declared].sort());
});

test.each(pages)('what is written of %s is read as the same, without a complaint', (page) => {
  for (const text of addresses[page]) {
    const first = readOwn(page, text);
    expect(readOwn(page, first.written), text).toEqual({ ...first, told: [] });
    const { slice } = parseSlice(new URL(addressOf(page, text)).searchParams);
    expect(parseSlice(new URLSearchParams(formatSlice(slice))), text).toEqual({ slice, problems: [] });
  }
});
