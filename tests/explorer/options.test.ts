import { describe, expect, test } from 'vitest';
import {
  addressWithOptions,
  defaultOptions,
  explorerParameters,
  parseOptions,
} from '../../src/explorer/options.ts';
import { fields } from '../../src/slice/fields.ts';
import { keysOf } from '../../src/slice/parameters.ts';

const parse = (query: string) => parseOptions(new URLSearchParams(query));
const page = 'https://example.org/report/explorer/';
const format = (query: string) => new URL(addressWithOptions(page, parse(query).options)).search.slice(1);

test('no parameter of the page is a field of the slice', () => {
  for (const name of keysOf(explorerParameters)) expect(Object.keys(fields)).not.toContain(name);
});

test('an empty address means the defaults, which are left out of it', () => {
  expect(parse('')).toEqual({ options: defaultOptions, problems: [] });
  expect(parse('plot1=&sort=')).toEqual({ options: defaultOptions, problems: [] });
  expect(addressWithOptions(page, defaultOptions)).toBe(page);
});

test.each([
  'plot1=submission_date.co2_kg.type',
  'plot2=likes-log.gpqa.none',
  'plot1=parameters_b-linear.average-log.moe&plot2=co2_kg.average.provider',
  'histograms=ifeval.bbh.math.co2_kg-linear',
  'columns=average.row.model_sha',
  'columns=none',
  'sort=upload_date',
  'sort=-likes',
  'groups=organisation.count',
  'groups=month.mean.co2_kg',
  'columns=rank.rank_low.rank_high&sort=rank',
  'within=rank_low.-10',
  'within=rank.1-50',
  'within=rank.1-50,rank_high.-100',
  'plot1=rank.rank_high-log.none',
  'within=carbon_fold.1.6-',
])('%s is read and written back', (query) => {
  expect(parse(query).problems).toEqual([]);
  expect(format(query)).toBe(query);
  // Nothing in it needs an escape, so that an address stays readable.
  expect(query).toMatch(/^[\w.,&=-]+$/);
});

test('a choice that is the default is not written, whatever it is called', () => {
  expect(format('plot1=parameters_b-log.average-linear.provider')).toBe('');
  expect(format('sort=-average&groups=family.median.average')).toBe('');
});

test('what the reader chose takes the place of what was chosen before, behind all else', () => {
  const { options } = parse('sort=-likes&plot1=likes.average.none');
  expect(addressWithOptions(`${page}?sort=likes&size=9-40&utm=%20x&columns=none#main`, options)).toBe(
    `${page}?size=9-40&utm=%20x&plot1=likes.average.none&sort=-likes#main`,
  );
});

test('a column that is named twice stands once', () => {
  expect(parse('columns=likes.average.likes').options.columns).toEqual(['likes', 'average']);
});

describe('a value that cannot be read', () => {
  test.each([
    ['plot1=parameters_b.average', 'plot1'],
    ['plot1=model.average.moe', 'plot1'],
    ['plot1=parameters_b.average.colour', 'plot1'],
    ['plot1=parameters_b.average.moe.moe', 'plot1'],
    ['plot2=submission_date-log.average.moe', 'plot2'],
    ['plot2=likes-sqrt.average.moe', 'plot2'],
    ['histograms=average.average.average', 'histograms'],
    ['columns=average.model', 'columns'],
    ['columns=average;drop', 'columns'],
    ['sort=size', 'sort'],
    ['sort=--average', 'sort'],
    ['groups=family.median', 'groups'],
    ['groups=family.count.average', 'groups'],
    ['groups=family.mean.upload_date', 'groups'],
    ['groups=colour.mean.average', 'groups'],
    ['groups=constructor.count', 'groups'],
    ['columns=preparation', 'columns'],
    ['within=rank', 'within'],
    ['within=rank.-', 'within'],
    ['within=rank.50-1', 'within'],
    ['within=rank.1-50,rank.2-9', 'within'],
    ['within=rank.1-50,average.1-9', 'within'],
    ['groups=family.mean.rank', 'groups'],
    ['within=average.1-50', 'within'],
    ['within=carbon_label.1-2', 'within'],
    ['within=rank.1-2)OR(1', 'within'],
  ])('%s is named and left at its default', (query, key) => {
    const { options, problems } = parse(query);
    expect(options).toEqual(defaultOptions);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`“${key}”`);
  });

  test('leaves the others as they are', () => {
    const { options, problems } = parse('sort=nothing&groups=moe.count');
    expect(problems).toHaveLength(1);
    expect(options.groups.by.id).toBe('moe');
  });
});
