import { textOf, dataAnalyses } from '../../choices/analyses.ts';
import type { AssumedLineages } from '../../dataset/chosen.ts';
import type { Engine } from '../../engine/engine.ts';
import { openNativeEngine } from '../../engine/native.ts';
import { prepareTables } from '../../engine/prepare.ts';
import { rawTables } from '../../engine/raw-tables.ts';
import { askSlice, type Ask } from '../../slice/ask.ts';
import { parseSlice } from '../../slice/slice.ts';
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

/** Asks what tells the rows of a query from others, in whatever order, at less cost than the rows themselves. */
const digestOf = (sql: string) =>
  `SELECT count(*)::INTEGER AS n, sum(hash(answered))::VARCHAR AS hashes FROM (${sql}) AS answered`;

/** Answers queries of an analysis of data, given as text. */
async function askAnalysis(engine: Engine, text: string): Promise<Ask> {
  const lineages = (Object.keys(lineageTexts) as AssumedLineages[]).find((as) => lineageTexts[as] === text);
  const { slice, problems } = parseSlice(new URLSearchParams(lineages ? '' : text));
  if (problems.length > 0) throw new Error(`The analysis “${text}” is no slice: ${problems.join('; ')}`);
  return askSlice(engine, slice, lineages && { lineages });
}

/** Opens an engine that answers analyses of data, given as texts, with some statistics. */
export async function openAnalyst(ids: readonly string[]) {
  const engine = await openNativeEngine(rawTables());
  await prepareTables(engine);
  const families = new Set(ids.map((id) => findStatistic(id)!.family));
  // Most choices leave the rows of most families as they are.
  const known = new Map<Family, Map<string, Answers>>();
  const answerOf = async (family: Family, ask: Ask): Promise<Answers> => {
    const answers = known.get(family) ?? new Map<string, Answers>();
    known.set(family, answers);
    const digest = JSON.stringify(await ask(digestOf(family.sql)));
    let found = answers.get(digest);
    if (!found) {
      const rows = await ask(family.sql);
      const clustered = clusteredByOrganisation(rows);
      const usual = family.derive(rows);
      found = { usual, byOrganisation: clustered === rows ? usual : family.derive(clustered) };
      answers.set(digest, found);
    }
    return found;
  };
  return {
    async answer(text: string): Promise<Answers> {
      const ask = await askAnalysis(engine, text);
      const parts: Answers[] = [];
      for (const family of families) parts.push(await answerOf(family, ask));
      const picked = (of: keyof Answers) => {
        const all = Object.assign({}, ...parts.map((part) => part[of])) as Estimates;
        return Object.fromEntries(ids.map((id) => [id, all[id]!]));
      };
      return { usual: picked('usual'), byOrganisation: picked('byOrganisation') };
    },
    close: () => engine.close(),
  };
}
