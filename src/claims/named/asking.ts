import { above, every, type Claim } from '../claim.ts';

const means = ['ifeval', 'average'].flatMap((score) => [`format.${score}.mean`, `format.all.${score}.mean`]);

/** What the report claims of the way in which a model is asked. */
export const askingClaims: readonly Claim[] = [
  {
    id: 'asking-moves-score',
    by: 'report',
    sentence:
      'Asked with the chat template, one and the same model scores higher on IFEval than asked without it.',
    test: 'The mean change with the template is above zero on IFEval, among the models that were run both ways at one commit and among all that were run both ways.',
    figure: 'format-experiment',
    statistics: [
      ...means,
      'format.same_commit',
      'format.models',
      'format.average.p',
      'format.average.p_holm',
      'noise.same.average.p90',
    ],
    judge: (of) => every(['format.ifeval.mean', 'format.all.ifeval.mean'].map((id) => above(of(id), 0))),
    evidence:
      'At one commit ({format.same_commit|model|models}) IFEval changes by {format.ifeval.mean interval} points and the average by {format.average.mean interval}, with a sign-flip p of {format.average.p} by itself and {format.average.p_holm} when it is held together with the six benchmarks (Holm); over all {format.models|model|models} IFEval by {format.all.ifeval.mean interval} and the average by {format.all.average.mean interval}. Nearly all pairs change the number format too, which by itself moves the average by no more than {noise.same.average.p90} points for nine models in ten.',
  },
];
