import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PreparationId } from '../dataset/grouping.ts';
import { sentencesOf } from './sentences.ts';

/** A named number as it is published. */
export interface MeantNumber {
  value: number | null;
  n: number;
  low: number | null;
  high: number | null;
  unit: string;
  label: string;
}

/** A claim as it is published: its sentence, and the verdict on each preparation. */
export interface MeantClaim {
  sentence: string;
  verdicts: Readonly<Record<PreparationId, { verdict: string; evidence: string }>>;
}

/** A figure as it is published: what it says and shows on each preparation. */
export interface MeantFigure {
  question: string;
  /** The compiled drawings, without rows, as a hash. */
  drawing: string;
  shown: Readonly<Record<PreparationId, { takeaway: string; rows: readonly unknown[] }>>;
}

/** What a report says: its numbers, verdicts, charts and sentences, apart from how it looks. */
export interface Meaning {
  numbers: Readonly<Record<PreparationId, Readonly<Record<string, MeantNumber>>>>;
  claims: Readonly<Record<string, MeantClaim>>;
  figures: Readonly<Record<string, MeantFigure>>;
  /** The sentences of every page of text, by the address of the page. */
  pages: Readonly<Record<string, readonly string[]>>;
}

type Published<T> = Readonly<Record<string, T & Readonly<Record<PreparationId, never>>>>;

const preparations = ['reviewed', 'prepared'] as const satisfies readonly PreparationId[];

/** Pages that show again what others say, or are of one model, figure or machine. */
const repeating = /^\/(?:figures|choose|models|numbers|embed)\/./;

/**
 * Reads what a built report says from its folder.
 *
 * @throws Error where the folder holds no report
 */
export function readMeaning(folder: string): Meaning {
  const data = join(folder, 'data');
  if (!existsSync(join(data, 'statistics.json')))
    throw new Error(`${folder} holds no built report: it has no data/statistics.json.`);
  const json = (path: string): unknown => JSON.parse(readFileSync(join(data, path), 'utf8'));
  const claims = json('claims.json') as Published<{ sentence: string }>;
  const ids = readdirSync(join(data, 'figures'))
    .filter((name) => name.endsWith('.desktop.vega.json'))
    .map((name) => name.replace('.desktop.vega.json', ''))
    .sort();
  return {
    numbers: json('statistics.json') as Meaning['numbers'],
    claims: Object.fromEntries(
      Object.entries(claims).map(([id, { sentence, reviewed, prepared }]) => [
        id,
        { sentence, verdicts: { reviewed, prepared } },
      ]),
    ),
    figures: Object.fromEntries(ids.map((id) => [id, figureOf(id, json)])),
    pages: Object.fromEntries(
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((path) => path.replaceAll('\\', '/'))
        .filter((path) => path === 'index.html' || path.endsWith('/index.html'))
        .map((path): [string, string] => [`/${path.replace(/index\.html$/, '')}`, path])
        .filter(([address]) => !repeating.test(address))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([address, path]) => [address, sentencesOf(readFileSync(join(folder, path), 'utf8'))]),
    ),
  };
}

function figureOf(id: string, json: (path: string) => unknown): MeantFigure {
  const { question, ...shown } = json(`figures/${id}.json`) as {
    question: string;
  } & MeantFigure['shown'];
  const hash = createHash('sha256');
  for (const size of ['desktop', 'phone'])
    hash.update(JSON.stringify(json(`figures/${id}.${size}.vega.json`)));
  const drawing = hash.digest('hex');
  const of = (preparation: PreparationId) => {
    const { takeaway, rows } = shown[preparation];
    return [preparation, { takeaway, rows }] as const;
  };
  return {
    question,
    drawing,
    shown: Object.fromEntries(preparations.map(of)) as MeantFigure['shown'],
  };
}
