/** A chart or a mark, as its kept text has it. */
export type Part = Record<string, unknown> & {
  rows?: unknown[];
  marks?: Record<string, Part>[];
  scales?: Record<string, Part>[];
  axes?: { axis?: Part }[];
  tooltip?: Record<string, string>;
};

/** The marks of a chart, those within its groups too. */
export const marksOf = (part: Part): { type: string; mark: Part }[] =>
  (part.marks ?? []).flatMap((each) =>
    Object.entries(each).flatMap(([type, mark]) => [{ type, mark }, ...marksOf(mark)]),
  );

/** The names in what a tooltip or a channel reads, through what the chart calculates before. */
export function namesRead(reads: string, { rows = [] }: Part): string[] {
  const formulaOf = (step: unknown, name: string) =>
    typeof step === 'object' && step !== null ? (step as Record<string, unknown>)[name] : undefined;
  const names = reads.replace(/ as .*$/, '').match(/[a-z_]\w*/gi) ?? [];
  return names.flatMap((name) => {
    const at = rows.findLastIndex((step) => {
      const formula = formulaOf(step, name);
      return typeof formula === 'string' && formula !== reads;
    });
    return at === -1 ? [name] : namesRead(formulaOf(rows[at], name) as string, { rows: rows.slice(0, at) });
  });
}
