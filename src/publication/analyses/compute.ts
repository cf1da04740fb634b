import { createHash } from 'node:crypto';
import { textOf, dataAnalyses } from '../../choices/analyses.ts';
import type { AssumedLineages } from '../../dataset/chosen.ts';
import type { Engine, Row } from '../../engine/engine.ts';
import { openNativeEngine } from '../../engine/native.ts';
import { prepareTables } from '../../engine/prepare.ts';
import { rawTables } from '../../engine/raw-tables.ts';
import { askSlice, type Ask } from '../../slice/ask.ts';
import { parseSlice } from '../../slice/slice.ts';
import { sliceStatements } from '../../slice/views.ts';
import type { Estimates } from '../../statistics/answer.ts';
import { clusteredByOrganisation, type Answers } from '../../statistics/estimate-choices.ts';
import type { Family } from '../../statistics/statistic.ts';
import { findStatistic } from '../../statistics/statistics.ts';

/** Texts of the analyses of data, which are queries of an address. */
export const analysisTexts: readonly string[] = dataAnalyses.map(textOf);

/** What assumed lineages may be taken for, each as the text of an analysis that no address makes. */
export const lineageTexts: Readonly<Record<AssumedLineages, string>> = {
  merged: 'lineages=merged',
  split: 'lineages=split',
};

/** What tells rows from others; families of one query have the same rows. */
function digestOf(): (rows: readonly Row[]) => string {
  const known = new WeakMap<readonly Row[], string>();
  return (rows) => {
    const digest = known.get(rows) ?? createHash('sha256').update(JSON.stringify(rows)).digest('hex');
    known.set(rows, digest);
    return digest;
  };
}

/** Answers queries of an analysis of data, given as text. */
async function askAnalysis(engine: Engine, text: string): Promise<Ask> {
  const lineages = (Object.keys(lineageTexts) as AssumedLineages[]).find((as) => lineageTexts[as] === text);
  const { slice, problems } = parseSlice(new URLSearchParams(lineages ? '' : text));
  if (problems.length > 0) throw new Error(`The analysis “${text}” is no slice: ${problems.join('; ')}`);
  const ask = await askSlice(engine, slice);
  if (lineages) await engine.run(sliceStatements(slice, lineages).join(';\n'));
  return ask;
}

/** Opens an engine that answers analyses of data, given as texts, with some statistics. */
export async function openAnalyst(ids: readonly string[]) {
  const engine = await openNativeEngine(rawTables());
  await prepareTables(engine);
  const families = new Set(ids.map((id) => findStatistic(id)!.family));
  // Most choices leave the rows of most families as they are.
  const known = new Map<Family, Map<string, Answers>>();
  const answerOf = (family: Family, rows: readonly Row[], digest: string): Answers => {
    const answers = known.get(family) ?? new Map<string, Answers>();
    known.set(family, answers);
    let found = answers.get(digest);
    if (!found) {
      found = {
        usual: family.derive(rows),
        byOrganisation: family.derive(clusteredByOrganisation(rows)),
      };
      answers.set(digest, found);
    }
    return found;
  };
  return {
    async answer(text: string): Promise<Answers> {
      const ask = await askAnalysis(engine, text);
      const parts: Answers[] = [];
      const digest = digestOf();
      for (const family of families) {
        const rows = await ask(family.sql);
        parts.push(answerOf(family, rows, digest(rows)));
      }
      const picked = (of: keyof Answers) => {
        const all = Object.assign({}, ...parts.map((part) => part[of])) as Estimates;
        return Object.fromEntries(ids.map((id) => [id, all[id]!]));
      };
      return { usual: picked('usual'), byOrganisation: picked('byOrganisation') };
    },
    close: () => engine.close(),
  };
}
