import { Fragment, h } from 'preact';
import type { ReaderEngine } from '../engine/engine.ts';
import { describeQuery, streamQuery } from '../engine/reader-query.ts';
import { collectResult } from './result.ts';
import { ResultTable } from './result-table.tsx';
import { countWords } from './result-words.ts';

/** Rows of a result that stand below an example. */
const mostRows = 8;

/** The result of an example as the box would show it, asked of an engine whose views hold all models. */
export async function exampleResult(engine: ReaderEngine, title: string, sql: string) {
  const columns = await describeQuery(engine, sql);
  const collected = collectResult(columns);
  await streamQuery(engine, sql, columns, collected.take);
  const result = collected.result(0);
  return h(Fragment, {}, [
    h(ResultTable, { result, label: `Result of: ${title}`, from: 0, to: mostRows }),
    result.count > mostRows && h('p', {}, `The first ${mostRows} of ${countWords(result)}.`),
  ]);
}
