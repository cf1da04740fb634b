import { benchmarkTitles } from '../dataset/benchmarks.ts';
import { answersOf, isPartial, type CautionKind } from '../dataset/cautions.ts';
import { csvFile } from '../dataset/csv.ts';
import { questions } from '../dataset/questions.ts';
import { select } from '../dataset/select.ts';
import { allRuns, cautions } from '../dataset/tables.ts';
import type { Engine } from '../engine/engine.ts';
import { askSlice } from '../slice/ask.ts';
import { wholeTable } from '../slice/slice.ts';
import { offPlane, type Distance } from '../statistics/named/off-plane.ts';
import { specialists } from '../statistics/named/specialists.ts';
import { askedModels, belowChildren, type Family } from './below-children.ts';

interface Line {
  model: string;
  evaluation: string | null;
  kind: CautionKind;
  evidence: string;
  source: string;
}

const everyRun = select(allRuns, ({ row, model, evaluation, mmlu_pro_raw, flagged }) => ({
  rows: { row, model, evaluation, mmlu_pro_raw, flagged },
  orderBy: [row],
}));

const decimal = (value: number) => Math.abs(value).toFixed(1);

const distanceInWords = ({ benchmark, points, deviations }: Distance) =>
  `${benchmarkTitles[benchmark]}, ${decimal(points)} points ${points > 0 ? 'above' : 'below'} (${decimal(deviations)} standard deviations of all models)`;

const childrenInWords = ({ row, children, median }: Family) =>
  `IFEval, ${decimal(row.ifeval)} points in the chat format; the ${children.length} models descended from it that were asked so have ${decimal(children[0]!)} to ${decimal(children.at(-1)!)}, at the median ${decimal(median)}.`;

const key = (name: string) => name.trim().toLowerCase();

/**
 * The text of `data/cautions.csv`, computed from the tables that the engine holds: runs on part of the questions,
 * runs that the maintainers flagged, models off the plane on the reviewed preparation, and runs far below those of
 * the model's children. A model has one line, the first of these that holds.
 */
export async function cautionsFile(engine: Engine): Promise<string> {
  const runs = everyRun.read(await engine.query(everyRun.sql));
  const ofRuns = runs.flatMap(({ row, model, evaluation, mmlu_pro_raw, flagged }): Line[] => {
    if (isPartial(mmlu_pro_raw))
      return [
        {
          model,
          evaluation,
          kind: 'partial-run',
          evidence: `Its accuracy on MMLU-Pro stands for ${answersOf(mmlu_pro_raw).toFixed(2)} right answers of ${questions.mmlu_pro.toLocaleString('en')}, no whole number; that of a run on all questions is one.`,
          source: `runs.csv, row ${row}: mmlu_pro_raw × ${questions.mmlu_pro}`,
        },
      ];
    if (!flagged) return [];
    return [
      {
        model,
        evaluation,
        kind: 'flagged',
        evidence: 'The maintainers of the leaderboard flagged the run after a complaint.',
        source: `runs.csv, row ${row}: flagged`,
      },
    ];
  });
  const ask = await askSlice(engine, wholeTable);
  const profiles = specialists.query.read(await ask(specialists.query.sql));
  const taken = new Set(ofRuns.map(({ model }) => key(model)));
  const ofModels = offPlane(profiles).flatMap(({ row: { model }, distances }): Line[] =>
    taken.has(key(model))
      ? []
      : [
          {
            model,
            evaluation: null,
            kind: 'off-plane',
            evidence: `Against what its other five results suggest: ${distances.map(distanceInWords).join('; ')}.`,
            source: 'reviewed models, raw results; rule off-plane of the data card',
          },
        ],
  );
  for (const { model } of ofModels) taken.add(key(model));
  const ofChildren = belowChildren(askedModels.read(await engine.query(askedModels.sql))).flatMap(
    (family): Line[] =>
      taken.has(key(family.row.model))
        ? []
        : [
            {
              model: family.row.model,
              evaluation: family.row.evaluation,
              kind: 'below-children',
              evidence: childrenInWords(family),
              source: 'reviewed models, IFEval; rule below-children of the data card',
            },
          ],
  );
  const lines = [...ofRuns, ...ofModels, ...ofChildren].sort((a, b) =>
    key(a.model) < key(b.model) ? -1 : 1,
  );
  return csvFile(
    Object.keys(cautions.columns),
    lines.map((line) => ({ ...line })),
  );
}
