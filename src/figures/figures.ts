import type { Figure } from './figure.ts';
import { abilityMap } from './ability-map.ts';
import { baseModels } from './base-models.ts';
import { benchmarkCorrelation } from './benchmark-correlation.ts';
import { benchmarkDistributions } from './benchmark-distributions.ts';
import { benchmarkTradeOff } from './benchmark-trade-off.ts';
import { capacityDensityFigure } from './capacity-density.ts';
import { carbonLabelsFigure } from './carbon-labels.ts';
import { co2BySize } from './co2-by-size.ts';
import { co2OverTime } from './co2-over-time.ts';
import { co2PerParameterBox } from './co2-per-parameter-box.ts';
import { co2PerParameterBySize } from './co2-per-parameter-by-size.ts';
import { co2VsScoreByProvider } from './co2-vs-score-by-provider.ts';
import { concentrationFigure } from './concentration.ts';
import { controlsFigure } from './controls.ts';
import { documentationFigure } from './documentation.ts';
import { efficiencyLeverageFigure } from './efficiency-leverage.ts';
import { familyLadders } from './family-ladders.ts';
import { familySharesFigure } from './family-shares.ts';
import { familySlopes } from './family-slopes.ts';
import { fineTuneVsBase } from './fine-tune-vs-base.ts';
import { formatExperiment } from './format-experiment.ts';
import { frontierOverTime } from './frontier-over-time.ts';
import { gainPerDoubling } from './gain-per-doubling.ts';
import { headroomFigure } from './headroom.ts';
import { missingValues } from './missing-values.ts';
import { moeFlagAudit } from './moe-flag-audit.ts';
import { moeActiveParameters } from './moe-active-parameters.ts';
import { moeCo2Efficiency } from './moe-co2-efficiency.ts';
import { moeVsDenseScore } from './moe-vs-dense-score.ts';
import { noiseFloor } from './noise-floor.ts';
import { preparationSteps } from './preparation-steps.ts';
import { providerCounts } from './provider-counts.ts';
import { qwenByProvider } from './qwen-by-provider.ts';
import { scoreAndCo2BySize } from './score-and-co2-by-size.ts';
import { scoreAndCo2ByProvider } from './score-and-co2-by-provider.ts';
import { scoreBySizeAndProvider } from './score-by-size-and-provider.ts';
import { scoreBySize } from './score-by-size.ts';
import { scorePerParameterBySize } from './score-per-parameter-by-size.ts';
import { scorePerParameterCurve } from './score-per-parameter-curve.ts';
import { scoreVsCo2 } from './score-vs-co2.ts';
import { sizeExplains } from './size-explains.ts';
import { rankRobustness } from './rank-robustness.ts';
import { sizeForScore } from './size-for-score.ts';
import { swissRound } from './swiss-round.ts';
import { specialistsFigure } from './specialists.ts';
import { subBillionSpread } from './sub-billion-spread.ts';
import { submissionsFigure } from './submissions.ts';
import { survivorshipFigure } from './survivorship.ts';
import { typeProfileFigure } from './type-profile.ts';
import { typeTailsFigure } from './type-tails.ts';
import { varianceSharesFigure } from './variance-shares.ts';

/** Every figure of the report, in the order in which they are published. */
export const figures: readonly Figure[] = [
  scoreAndCo2BySize,
  benchmarkDistributions,
  preparationSteps,
  missingValues,
  noiseFloor,
  moeFlagAudit,
  scorePerParameterBySize,
  subBillionSpread,
  scorePerParameterCurve,
  scoreBySize,
  gainPerDoubling,
  sizeExplains,
  varianceSharesFigure,
  familyLadders,
  familySlopes,
  co2PerParameterBySize,
  co2PerParameterBox,
  co2BySize,
  co2OverTime,
  scoreVsCo2,
  carbonLabelsFigure,
  controlsFigure,
  scoreAndCo2ByProvider,
  co2VsScoreByProvider,
  providerCounts,
  scoreBySizeAndProvider,
  qwenByProvider,
  formatExperiment,
  fineTuneVsBase,
  benchmarkTradeOff,
  moeVsDenseScore,
  moeCo2Efficiency,
  moeActiveParameters,
  efficiencyLeverageFigure,

  benchmarkCorrelation,
  abilityMap,
  specialistsFigure,
  typeProfileFigure,
  typeTailsFigure,
  submissionsFigure,
  frontierOverTime,
  headroomFigure,
  sizeForScore,
  capacityDensityFigure,
  rankRobustness,
  swissRound,
  concentrationFigure,
  baseModels,
  familySharesFigure,
  documentationFigure,
  survivorshipFigure,
];

/** The figure of an id; undefined for an unknown one. */
export const findFigure = (id: string): Figure | undefined => figures.find((figure) => figure.id === id);
