import { expect, test } from 'vitest';
import { shownInFile } from '../../src/explorer/file-columns.ts';
import { parseOptions } from '../../src/explorer/options.ts';
import { parseSlice } from '../../src/slice/slice.ts';

const columnsOf = (query: string) => {
  const parameters = new URLSearchParams(query);
  return shownInFile(parseOptions(parameters).options, parseSlice(parameters).slice);
};

test('a file holds the columns of the table, then those of axes and colours, each once', () => {
  expect(
    columnsOf(
      'columns=license.average&plot1=ifeval.average.moe&plot2=likes.math.provider&histograms=bbh.bbh.bbh.average',
    ),
  ).toEqual(['license', 'average', 'ifeval', 'moe', 'likes', 'math', 'official_provider', 'bbh']);
});

test('it holds the columns along which a brush or bounds keep models', () => {
  const plots =
    'columns=none&plot1=average.average.none&plot2=average.average.none&histograms=average.average.average.average';
  expect(columnsOf(plots)).toEqual(['average']);
  expect(columnsOf(`${plots}&musr=5-&uploaded=2024-07-01..&within=rank_low.-10,rank_high.50-`)).toEqual([
    'average',
    'musr',
    'upload_date',
    'rank_low',
    'rank_high',
  ]);
});
