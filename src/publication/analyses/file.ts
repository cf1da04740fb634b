import { inOrder, textOf, type Analysis } from '../../choices/analyses.ts';
import { choices } from '../../choices/choices.ts';
import type { Answer } from '../../claims/claim.ts';
import type { RobustnessByClaim } from './analyses.ts';

const letters: Readonly<Record<Answer, string>> = { holds: 'h', fails: 'f', open: 'o', few: '-' };

/**
 * `data/analyses.json`: the choices with their options and reasons; every analysis as the choices that it makes
 * otherwise; and for each claim a letter an analysis: h holds, f fails, o cannot be told, - not judged, because the
 * analysis does not move what the claim reads or leaves too few models.
 */
export function analysesFile(robustness: RobustnessByClaim): string {
  const all = new Map<string, Analysis>();
  for (const { judged } of Object.values(robustness))
    for (const { analysis } of judged) all.set(textOf(analysis), analysis);
  const texts = [...all.values()].sort(inOrder).map(textOf);
  const verdicts = Object.entries(robustness).map(([id, { judged }]) => {
    const answers = new Map(judged.map(({ analysis, answer }) => [textOf(analysis), answer]));
    return [id, texts.map((text) => letters[answers.get(text) ?? 'few']).join('')] as const;
  });
  return `${JSON.stringify({ choices, analyses: texts, verdicts: Object.fromEntries(verdicts) }, null, 1)}\n`;
}
