import { byBenchmark } from '../dataset/benchmarks.ts';
import { known, select, Sql, sql, text, type RowOf } from '../dataset/select.ts';
import { models } from '../dataset/tables.ts';
import { clusterKeys } from './cluster-keys.ts';

/** What a family was when it was evaluated; each is fitted by itself. */
export const ladderStages = [
  { id: 'pretrained', label: 'pretrained' },
  { id: 'tuned', label: 'instruction-tuned' },
] as const;
export type Stage = (typeof ladderStages)[number]['id'];

/**
 * Official families of dense models for text that one maker released in several sizes, three of them or more in the
 * table at the given stages, in the order of their release, by the names of their models. Models for code alone, and those
 * that encode before they decode, are left out.
 */
export const ladderFamilies = [
  {
    stages: ['pretrained'],
    id: 'gpt_2',
    name: 'GPT-2',
    pattern: '^openai-community/gpt2(-medium|-large|-xl)?$',
  },
  { stages: ['pretrained'], id: 'gpt_neo', name: 'GPT-Neo', pattern: '^EleutherAI/gpt-neo-[0-9.]+[mB]$' },
  { stages: ['pretrained'], id: 'bloom', name: 'BLOOM', pattern: '^bigscience/bloom-[0-9]+[mb][0-9]*$' },
  { stages: ['pretrained'], id: 'pythia', name: 'Pythia', pattern: '^EleutherAI/pythia-[0-9.]+[mb]$' },
  {
    stages: ['pretrained', 'tuned'],
    id: 'llama_2',
    name: 'Llama 2',
    pattern: '^meta-llama/Llama-2-[0-9]+b(-chat)?-hf$',
  },
  {
    stages: ['pretrained', 'tuned'],
    id: 'qwen1_5',
    name: 'Qwen1.5',
    pattern: '^Qwen/Qwen1\\.5-[0-9.]+B(-Chat)?$',
  },
  {
    stages: ['pretrained', 'tuned'],
    id: 'yi_1_5',
    name: 'Yi-1.5',
    pattern: '^01-ai/Yi-1\\.5-[0-9]+B(-Chat)?$',
  },
  {
    stages: ['pretrained', 'tuned'],
    id: 'qwen2',
    name: 'Qwen2',
    pattern: '^Qwen/Qwen2-[0-9.]+B(-Instruct)?$',
  },
  {
    stages: ['pretrained', 'tuned'],
    id: 'gemma_2',
    name: 'Gemma 2',
    pattern: '^google/gemma-2-[0-9]+b(-it)?$',
  },
  {
    stages: ['tuned'],
    id: 'internlm2_5',
    name: 'InternLM2.5',
    pattern: '^internlm/internlm2_5-[0-9_]+b(-chat)?$',
  },
  {
    stages: ['pretrained', 'tuned'],
    id: 'smollm',
    name: 'SmolLM',
    pattern: '^HuggingFaceTB/SmolLM-[0-9.]+[MB](-Instruct)?$',
  },
  {
    stages: ['pretrained', 'tuned'],
    id: 'llama_3',
    name: 'Llama 3',
    pattern: '^meta-llama/Llama-3\\.[12]-[0-9]+B(-Instruct)?$',
  },
  {
    stages: ['pretrained', 'tuned'],
    id: 'qwen2_5',
    name: 'Qwen2.5',
    pattern: '^Qwen/Qwen2\\.5-[0-9.]+B(-Instruct)?$',
  },
  {
    stages: ['pretrained', 'tuned'],
    id: 'smollm2',
    name: 'SmolLM2',
    pattern: '^HuggingFaceTB/SmolLM2-[0-9.]+[MB](-Instruct)?$',
  },
  {
    stages: ['pretrained', 'tuned'],
    id: 'falcon3',
    name: 'Falcon3',
    pattern: '^tiiuae/Falcon3-[0-9]+B-(Base|Instruct)$',
  },
] as const satisfies readonly {
  stages: readonly Stage[];
  id: string;
  name: string;
  pattern: string;
}[];

/** The families of a stage. */
export const familiesOf = (stage: Stage) =>
  ladderFamilies.filter(({ stages }) => (stages as readonly Stage[]).includes(stage));

/** Fewest sizes of a ladder. */
export const fewestRungs = 3;

const official = select(models, (columns) => ({
  rows: {
    ladder: text`CASE ${new Sql(
      ladderFamilies
        .map(({ id, pattern }) => sql`WHEN regexp_matches(${columns.model}, ${pattern}) THEN ${id}`.text)
        .join(' '),
    )} END`,
    organisation: columns.organisation,
    lineage: columns.lineage,
    model: columns.model,
    caution: columns.caution,
    parameters_b: columns.parameters_b,
    average: columns.average,
    ...byBenchmark((name) => columns[`${name}_raw`]),
  },
  where: sql`${columns.official_provider} AND ${columns.parameters_b} > 0`,
  qualify: sql`row_number() OVER (PARTITION BY ${columns.model} ORDER BY ${columns.row}) = 1`,
  orderBy: [columns.row],
}));

/** The models of all ladders. */
export const rungsQuery = select(official, (columns) => ({
  rows: {
    ...clusterKeys(columns),
    family: known(columns.ladder),
    stage: known(
      text`CASE WHEN regexp_matches(${columns.model}, '(-Instruct|-it|-[Cc]hat|-chat-hf)$') THEN 'tuned' ELSE 'pretrained' END`,
    ),
    model: columns.model,
    caution: columns.caution,
    parameters_b: columns.parameters_b,
    average: columns.average,
    ...byBenchmark((name) => columns[name]),
  },
  where: sql`${columns.ladder} IS NOT NULL`,
  orderBy: ['stage', 'family', 'parameters_b', 'model'],
}));

/** A model of a ladder. */
export type Rung = RowOf<typeof rungsQuery>;

/** The models of one family at one stage, from the smallest up. */
export interface Ladder {
  family: (typeof ladderFamilies)[number];
  stage: Stage;
  rungs: readonly Rung[];
}

/** Ladders of at least `fewest` different sizes, by stage and in the order of their release. */
export function laddersOf(rows: readonly Rung[], fewest = fewestRungs): Ladder[] {
  return ladderStages.flatMap(({ id: stage }) =>
    familiesOf(stage).flatMap((each) => {
      const rungs = rows.filter((row) => row.stage === stage && row.family === each.id);
      const sizes = new Set(rungs.map(({ parameters_b }) => parameters_b)).size;
      return sizes >= fewest ? [{ family: each, stage, rungs }] : [];
    }),
  );
}
