import { select, type RowOf } from '../dataset/select.ts';
import { reviewedTable } from '../dataset/tables.ts';
import { sortedQuantile } from '../statistics/methods/quantile.ts';

/** The reviewed models with what the rule asks of them. */
export const askedModels = select(
  reviewedTable,
  ({ row, model, evaluation, identity, root, parent, organisation, type, chat_template, ifeval }) => ({
    rows: { row, model, evaluation, identity, root, parent, organisation, type, chat_template, ifeval },
    orderBy: [row],
  }),
);
export type AskedModel = RowOf<typeof askedModels>;

/** Fewest children, and fewest organisations that they are of, that speak about a model. */
const fewest = { children: 5, organisations: 2 };

/** A model with the IFEval of its children, lowest first. */
export interface Family {
  row: AskedModel;
  children: readonly number[];
  median: number;
}

/**
 * The chat models asked in the chat format that the rule can judge, each with its children: the models that have it
 * as their root or parent and were asked in that format as well, at least five of at least two organisations. A
 * pretrained model, or one asked in plain text, has reason to follow instructions worse than its children.
 */
export function judgedByChildren(rows: readonly AskedModel[]): Family[] {
  const asked = rows.filter((row) => row.chat_template);
  const descended = new Map<string, AskedModel[]>();
  for (const row of asked)
    for (const ancestor of new Set([row.root, row.parent]))
      if (ancestor !== null) descended.set(ancestor, [...(descended.get(ancestor) ?? []), row]);
  return asked.flatMap((row) => {
    const children = descended.get(row.identity) ?? [];
    const organisations = new Set(children.map(({ organisation }) => organisation));
    if (row.type !== 'chat' || children.length < fewest.children || organisations.size < fewest.organisations)
      return [];
    const scores = children.map(({ ifeval }) => ifeval).toSorted((a, b) => a - b);
    return [{ row, children: scores, median: sortedQuantile(scores, 0.5)! }];
  });
}

/** Models whose IFEval is below that of every one of their children, and less than half of their median. */
export const belowChildren = (rows: readonly AskedModel[]): Family[] =>
  judgedByChildren(rows).filter(
    ({ row, children, median }) => row.ifeval < children[0]! && row.ifeval < median / 2,
  );
