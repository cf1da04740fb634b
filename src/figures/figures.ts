import type { Figure } from './figure.ts';
import { benchmarkDistributions } from './benchmark-distributions.ts';
import { benchmarkTradeOff } from './benchmark-trade-off.ts';
import { co2PerParameterBySize } from './co2-per-parameter-by-size.ts';
import { co2VsScoreByProvider } from './co2-vs-score-by-provider.ts';
import { familyLadders } from './family-ladders.ts';
import { fineTuneVsBase } from './fine-tune-vs-base.ts';
import { gainPerDoubling } from './gain-per-doubling.ts';
import { missingValues } from './missing-values.ts';
import { moeFlagAudit } from './moe-flag-audit.ts';
import { noiseFloor } from './noise-floor.ts';
import { preparationSteps } from './preparation-steps.ts';
import { providerCounts } from './provider-counts.ts';
import { qwenByProvider } from './qwen-by-provider.ts';
import { scoreAndCo2ByProvider } from './score-and-co2-by-provider.ts';
import { scoreBySizeAndProvider } from './score-by-size-and-provider.ts';
import { scoreBySize } from './score-by-size.ts';
import { scorePerParameterBySize } from './score-per-parameter-by-size.ts';
import { scorePerParameterCurve } from './score-per-parameter-curve.ts';
import { sizeExplains } from './size-explains.ts';
import { subBillionSpread } from './sub-billion-spread.ts';

/** Every figure of the report, in the order in which they are published. */
export const figures: readonly Figure[] = [
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
  familyLadders,
  co2PerParameterBySize,
  scoreAndCo2ByProvider,
  co2VsScoreByProvider,
  providerCounts,
  scoreBySizeAndProvider,
  qwenByProvider,
  fineTuneVsBase,
  benchmarkTradeOff,
];

/** The figure of an id; undefined for an unknown one. */
export const findFigure = (id: string): Figure | undefined => figures.find((figure) => figure.id === id);
