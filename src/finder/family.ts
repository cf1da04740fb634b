import { select, sql } from '../dataset/select.ts';
import { keyedRuns } from '../dataset/tables.ts';
import { benchmarks, type Benchmark } from '../dataset/benchmarks.ts';
import { questions } from '../dataset/questions.ts';
import type { Engine, Row } from '../engine/engine.ts';
import { quoted } from '../slice/kinds/names.ts';
import { binomialDifference } from '../statistics/methods/binomial-difference.ts';
import { normalQuantile } from '../statistics/methods/normal.ts';
import { namedBase } from '../statistics/named/bases.ts';
import { modelKey } from './model-table.ts';

/** How one benchmark moved from the base. */
export interface Move {
  benchmark: Benchmark;
  /** Points of the normalised score. */
  change: number;
  /** Whether the raw results differ by less than their binomial error allows, at 95 %. */
  withinNoise: boolean;
}

/** A model against its base. */
export interface BaseMove {
  base: string;
  change: number;
  sameFormat: boolean;
  moves: readonly Move[];
}

export interface Child {
  name: string;
  change: number;
}

/** What other rows of the table say of a model. */
export interface Family {
  base: BaseMove | null;
  /** The base that it names where that is no model of the table; null for none. */
  baseOutside: string | null;
  /** Models that name this one as their base, by gain, the largest first. */
  children: readonly Child[];
  runs: readonly Row[];
  /** Reviewed corrections of its facts: the column, the value, the reason and the source. */
  corrections: readonly Row[];
  /** Why its results should not be passed on without a word: the kind, the evidence and the source. */
  caution: Row | null;
  /** What the review of MoE models says of it. */
  moe: Row | null;
}

const critical = normalQuantile(0.975);
const pairColumns = `row, model, base_model, chat_template, base_chat_template, CAST(average_change AS DOUBLE) AS average_change, ${benchmarks
  .map(
    (name) =>
      `CAST(${name}_change AS DOUBLE) AS ${name}_change, CAST(${name}_raw AS DOUBLE) AS ${name}_raw, CAST(base_${name}_raw AS DOUBLE) AS base_${name}_raw`,
  )
  .join(', ')}`;

/** A row of pairs as the moves of its benchmarks. */
export function movesOf(pair: Row): BaseMove {
  return {
    base: String(pair.base_model),
    change: Number(pair.average_change),
    sameFormat: pair.chat_template === pair.base_chat_template,
    moves: benchmarks.map((benchmark) => ({
      benchmark,
      change: Number(pair[`${benchmark}_change`]),
      withinNoise:
        Math.abs(
          binomialDifference(
            Number(pair[`${benchmark}_raw`]),
            Number(pair[`base_${benchmark}_raw`]),
            questions[benchmark],
          ),
        ) < critical,
    })),
  };
}

/** The best change of each child, in falling order, then by name; a child with several runs counts once. */
export function childrenOf(pairs: readonly Row[]): Child[] {
  const best = new Map<string, Child>();
  for (const { model, average_change } of pairs) {
    const child = { name: String(model), change: Number(average_change) };
    const known = best.get(modelKey(child.name));
    if (!known || child.change > known.change) best.set(modelKey(child.name), child);
  }
  return [...best.values()].sort((a, b) => b.change - a.change || (a.name < b.name ? -1 : 1));
}

const namedBaseOf = (runs: readonly Row[], model: Row): string | null => {
  const name = runs.find(({ row }) => row === model.row)?.named_base;
  return typeof name === 'string' ? name : null;
};

/** Every run of a model, with the base that it names. */
const runsOf = (id: number) =>
  select(
    keyedRuns,
    ({ row, precision, submission_date, base_model, model, average, co2_kg, caution, model_id }) => ({
      rows: {
        row,
        precision,
        submission_date,
        named_base: namedBase(base_model, model),
        average,
        co2_kg,
        caution,
      },
      where: sql`${model_id} = ${id}`,
      orderBy: [row],
    }),
  );

/** Asks for the base, the children, the runs and the review of a model. */
export async function loadFamily(engine: Engine, model: Row): Promise<Family> {
  const id = Number(model.model_id);
  const name = quoted(modelKey(String(model.model)));
  const [own, children, runs, corrections, moe, cautions] = await Promise.all([
    engine.query(
      `SELECT ${pairColumns} FROM all_pairs WHERE model_id = ${id} ORDER BY row = ${Number(model.row)} DESC, row LIMIT 1`,
    ),
    engine.query(
      `SELECT row, model, CAST(average_change AS DOUBLE) AS average_change FROM all_pairs WHERE lower(trim(base_model)) = ${name} ORDER BY row`,
    ),
    engine.query(runsOf(id).sql),
    engine.query(
      `SELECT "column", value, reason, source FROM corrections WHERE lower(trim(model)) = ${name} ORDER BY "column"`,
    ),
    engine.query(
      `SELECT moe, method, reason FROM moe_review WHERE lower(trim(model)) = ${name} ORDER BY moe`,
    ),
    engine.query(
      `SELECT kind, evaluation, evidence, source FROM cautions WHERE lower(trim(model)) = ${name} ORDER BY kind`,
    ),
  ]);
  return {
    base: own[0] ? movesOf(own[0]) : null,
    baseOutside: own[0] ? null : namedBaseOf(runs, model),
    children: childrenOf(children),
    runs,
    corrections,
    moe: moe[0] ?? null,
    caution: cautions[0] ?? null,
  };
}
