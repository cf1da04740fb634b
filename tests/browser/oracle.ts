import { judgeChosen } from '../../src/claims/chosen.ts';
import { wordsOf } from '../../src/claims/claim.ts';
import { findClaim } from '../../src/claims/claims.ts';
import { evidenceOf, judgeTest, readTest } from '../../src/claims/sentence-test.ts';
import type { PreparationId } from '../../src/dataset/grouping.ts';
import { prepareTables } from '../../src/engine/prepare.ts';
import type { Row } from '../../src/engine/engine.ts';
import { openNativeEngine } from '../../src/engine/native.ts';
import { rawTables } from '../../src/engine/raw-tables.ts';
import { whyNotDrawn } from '../../src/figures/few.ts';
import type { Figure } from '../../src/figures/figure.ts';
import { figures, findFigure } from '../../src/figures/figures.ts';
import { findSmallChart, type SmallAnswer } from '../../src/figures/small-charts.ts';
import { contentKey, keep, kept } from '../../src/publication/cache.ts';
import { askSlice } from '../../src/slice/ask.ts';
import {
  answeredAs,
  describeSlice,
  formatSlice,
  preparationOf,
  sameSlice,
  wholeTable,
  type Slice,
} from '../../src/slice/slice.ts';
import { viewsOf } from '../../src/slice/views.ts';
import { answerStatistics } from '../../src/statistics/answer.ts';
import { answerChosen, withIntervals, type Answers } from '../../src/statistics/estimate-choices.ts';
import { formatEstimate } from '../../src/statistics/format.ts';
import { findStatistic, statisticIds } from '../../src/statistics/statistics.ts';

/** What the text asks for: an id, and the preparation that the text pins, if any. */
export interface Place {
  id: string;
  preparation: string | undefined;
}

/** A number as the text asks for it. */
export interface StatPlace extends Place {
  digits: string | undefined;
  interval: boolean;
}

export interface ExpectedFigure {
  rows: readonly Row[];
  n: number;
  few: boolean;
  /** Why it is not drawn where there are too few. */
  takeaway: string;
}

/** What the native engine answers of one slice. */
export interface Expected {
  slice: Slice;
  models: number;
  /** The line of the bar. */
  state: string;
  stat(place: StatPlace): string;
  claim(place: Place): { verdict: string; words: string; evidence: string };
  /** Asked and derived when it is asked for: there are many figures, and a page shows few. */
  figure(place: Place): Promise<ExpectedFigure>;
  /** What the small chart of a figure shows. */
  small(id: string): Promise<SmallAnswer>;
  /** What becomes of words that rest on a test, given in the place of an id. */
  says(place: Place): { outcome: string; title: string };
}

export interface Oracle {
  expected(slice: Slice): Promise<Expected>;
  close(): Promise<void>;
}

/** What the answers of the whole table are computed from. */
const inputs = ['data', 'src', 'tests/browser/oracle.ts'];

/** What an engine answers of the whole table in one preparation. */
interface Whole {
  answers: Answers;
  rows: Record<string, readonly Row[]>;
}

/** What an engine answers of a slice in one preparation. */
interface Asked {
  answers: Answers;
  /** Of a figure that answers slices. */
  rows(figure: Figure): Promise<readonly Row[]>;
}

const count = (value: number) => value.toLocaleString('en');

/** Answers slices with the native engine, each once. Ask one after another. */
export async function openOracle(): Promise<Oracle> {
  const engine = await openNativeEngine(rawTables());
  await prepareTables(engine);

  /** Every worker of every run asks the whole table, which takes longest: its answers are kept. */
  async function wholeAsked(slice: Slice): Promise<Asked> {
    const key = contentKey(slice.preparation, inputs);
    let whole = kept<Whole>('oracle', key);
    if (!whole) {
      const ask = await askSlice(engine, slice);
      const rows: Whole['rows'] = {};
      for (const figure of figures) rows[figure.id] = figure.derive(await ask(figure.sql));
      const usual = await answerStatistics(ask);
      keep('oracle', key, { answers: { usual, byOrganisation: usual }, rows } satisfies Whole);
      whole = kept<Whole>('oracle', key)!;
    }
    const { answers, rows } = whole;
    return { answers, rows: async ({ id }) => rows[id]! };
  }

  async function asked(slice: Slice): Promise<Asked> {
    const ask = await askSlice(engine, slice);
    // Tables of a slice are gone when the next is asked.
    if (viewsOf(slice).tables.length > 0)
      for (const { publishedOnly, sql } of figures) if (!publishedOnly) await ask(sql);
    return {
      // What is published only is asked of the whole table alone.
      answers: await answerChosen(ask, statisticIds, answeredAs(slice)),
      async rows({ id, publishedOnly, derive, sql }) {
        if (publishedOnly) throw new Error(`${id} is drawn of the whole table alone`);
        return derive(await ask(sql));
      },
    };
  }

  async function edition(slice: Slice) {
    const chosen = answeredAs(slice);
    const isWhole = sameSlice({ ...slice, preparation: null }, wholeTable);
    const { answers, rows: rowsOf } = await (isWhole ? wholeAsked(slice) : asked(slice));
    const drawn = new Map<string, Promise<ExpectedFigure>>();
    async function draw(figure: Figure): Promise<ExpectedFigure> {
      const rows = await rowsOf(figure);
      const why = whyNotDrawn(figure, rows);
      return { rows, n: figure.n(rows), few: why !== null, takeaway: why ?? figure.takeaway(rows) };
    }
    return {
      chosen,
      answers,
      estimates: withIntervals(answers, chosen),
      figure(id: string): Promise<ExpectedFigure> {
        if (!drawn.has(id)) drawn.set(id, draw(findFigure(id)!));
        return drawn.get(id)!;
      },
    };
  }

  async function answer(slice: Slice): Promise<Expected> {
    const editions = {
      reviewed: await edition({ ...slice, preparation: null }),
      prepared: await edition({ ...slice, preparation: 'prepared' }),
    };
    const preparation = preparationOf(slice);
    const of = (pinned: string | undefined) => editions[(pinned ?? preparation) as PreparationId];
    const models = of(undefined).estimates['models.count']!.value!;
    const words = [
      ...describeSlice(slice),
      ...(preparation === 'prepared' ? ['the notebook’s preparation'] : []),
    ];
    const isWhole = sameSlice(slice, wholeTable);
    const unfiltered = { ...wholeTable, preparation: slice.preparation };
    const total = sameSlice(slice, unfiltered) ? models : (await expected(unfiltered)).models;
    return {
      slice,
      models,
      state: isWhole
        ? `All ${count(models)} models`
        : `${count(models)} of ${count(total)} models: ${words.join(', ')}`,
      stat({ id, preparation: pinned, digits, interval }) {
        const { definition } = findStatistic(id)!;
        return formatEstimate(of(pinned).estimates[id]!, definition, {
          interval,
          digits: digits === undefined ? undefined : Number(digits),
        });
      },
      claim({ id, preparation: pinned }) {
        const { chosen, answers } = of(pinned);
        const judged = judgeChosen(findClaim(id)!, chosen, answers, slice);
        return { verdict: judged.answer, words: wordsOf(judged), evidence: judged.evidence };
      },
      says({ id: text, preparation: pinned }) {
        const { chosen, answers, estimates } = of(pinned);
        const evidence = {
          estimates,
          judged: (id: string) => judgeChosen(findClaim(id)!, chosen, answers, slice),
        };
        const read = readTest(text);
        const truth = judgeTest(read, evidence);
        const [outcome, is] =
          truth === null ? ['open', 'cannot be told'] : truth ? ['holds', 'is true'] : ['no', 'is false'];
        return { outcome, title: `In this slice ${text} ${is}. ${evidenceOf(read, evidence).join('; ')}` };
      },
      figure: ({ id, preparation: pinned }) => of(pinned).figure(id),
      async small(id) {
        const { estimates, figure } = of(undefined);
        return findSmallChart(id)!.show(estimates, (await figure(id)).rows);
      },
    };
  }

  const known = new Map<string, Promise<Expected>>();
  function expected(slice: Slice): Promise<Expected> {
    const key = formatSlice(slice);
    let found = known.get(key);
    if (!found) {
      found = answer(slice);
      known.set(key, found);
    }
    return found;
  }
  return { expected, close: () => engine.close() };
}
