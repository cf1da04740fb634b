import { benchmarkTitles } from '../../dataset/benchmarks.ts';
import { count, estimate, type Estimate } from '../methods/estimate.ts';
import { holmAdjusted } from '../methods/holm.ts';
import { meanEstimate } from '../methods/mean.ts';
import { signFlipP } from '../methods/sign-flip.ts';
import { estimated, fact, family, units } from '../statistic.ts';
import { askedBothWays, askedTwice, type AskedTwice, type Score, scores } from './compared-runs.ts';

/** Which pairs count: those at one commit, or all; their statistics begin with `format` and `format.all`. */
export const formatPairs = [
  { id: 'format', of: 'of models asked both ways at one commit', has: (pair: AskedTwice) => pair.sameCommit },
  { id: 'format.all', of: 'of all models asked both ways', has: () => true },
] as const;

/** What a score changes by when the model is asked with the chat template: with it minus without, in points. */
export const changeOf = ({ asked, plain }: AskedTwice, score: Score): number => asked[score] - plain[score];

/** A well-known model that was asked both ways at one commit, whose two results the text gives. */
const example = { id: 'llama_3_8b_instruct', model: 'meta-llama/Meta-Llama-3-8B-Instruct' } as const;
const isExample = ({ asked, sameCommit }: AskedTwice) =>
  sameCommit && asked.model.trim().toLowerCase() === example.model.toLowerCase();

const name = (score: Score) => (score === 'average' ? 'the average' : benchmarkTitles[score]);

/**
 * Models that were run both with the chat template and without, one pair each (see `askedTwice`): the mean change
 * of every score, with minus without, with Student's interval over models, and the exact sign-flip p of no change.
 * Nearly all pairs change the number format too: repeated runs, not a randomised experiment.
 */
export const formatExperiment = family({
  query: askedBothWays,
  definitions: [
    fact('format.models', 'models run both with the chat template and without', units.models),
    fact(
      'format.same_commit',
      'models run both with the chat template and without at one commit',
      units.models,
    ),
    fact(
      `format.${example.id}.ifeval.asked`,
      `score on IFEval of ${example.model}, asked with its chat template`,
      units.points,
    ),
    fact(
      `format.${example.id}.ifeval.plain`,
      `score on IFEval of ${example.model} at the same commit, asked in plain text`,
      units.points,
    ),
    ...formatPairs.flatMap(({ id, of }) =>
      scores.flatMap((score) => [
        estimated(
          `${id}.${score}.mean`,
          `mean change of ${name(score)} with the chat template, ${of}`,
          units.points,
        ),
        estimated(
          `${id}.${score}.p`,
          `sign-flip p of no change of ${name(score)} with the chat template, ${of}`,
          units.probability,
        ),
      ]),
    ),
    estimated(
      'format.average.p_holm',
      `sign-flip p of no change of the average with the chat template, ${formatPairs[0].of}, held together with the six benchmarks by Holm’s procedure`,
      units.probability,
    ),
  ],
  derive(rows) {
    const pairs = askedTwice(rows);
    const shown = pairs.find(isExample);
    const found: Record<string, Estimate> = {
      'format.models': count(pairs.length),
      'format.same_commit': count(pairs.filter(({ sameCommit }) => sameCommit).length),
      [`format.${example.id}.ifeval.asked`]: estimate(shown?.asked.ifeval ?? null, shown ? 1 : 0),
      [`format.${example.id}.ifeval.plain`]: estimate(shown?.plain.ifeval ?? null, shown ? 1 : 0),
    };
    for (const { id, has } of formatPairs)
      for (const score of scores) {
        const changes = pairs.filter(has).map((pair) => changeOf(pair, score));
        found[`${id}.${score}.mean`] = meanEstimate(changes);
        found[`${id}.${score}.p`] = estimate(signFlipP(changes), changes.length);
      }
    const ps = scores.map((score) => found[`format.${score}.p`]!);
    const held = ps.every(({ value }) => value !== null) ? holmAdjusted(ps.map(({ value }) => value!)) : [];
    found['format.average.p_holm'] = estimate(held[scores.indexOf('average')] ?? null, ps[0]!.n);
    return found;
  },
});
