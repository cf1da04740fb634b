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
import { keysOf, queryOf, readParameters, textsOf } from '../../src/slice/parameters.ts';
import { wholeTable } from '../../src/slice/slice.ts';
import { addressVersus, versusParameters, type Versus } from '../../src/reader/versus/parameter.ts';
import { addresses, type Page } from './addresses.ts';

/** What a page makes of an address: what it means, what the reader is told, and how it is written back. */
export interface Read {
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

/** The parameters of each page besides the slice's, and how it reads them. */
export const own: Record<
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

export const pages = Object.keys(addresses) as Page[];
/** The address of a page with the text behind its “?”. */
export const addressOf = (page: Page, text: string) =>
  `${site}/${page}/${/^(?:#|$)/.test(text) ? '' : '?'}${text}`;

/** What a page makes of the parameters of its own in an address. */
export function readOwn(page: Page, text: string): Read {
  const address = addressOf(page, text);
  return own[page].read(address, new URL(address).searchParams);
}

/** The values that differ from those of an address without parameters. */
export const set = (means: object, whole: object) =>
  Object.entries(means).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(whole[key as keyof object]),
  );
