import type { Figure } from './figure.ts';
import { co2PerParameterBySize } from './co2-per-parameter-by-size.ts';
import { preparationSteps } from './preparation-steps.ts';
import { scoreBySize } from './score-by-size.ts';
import { scorePerParameterBySize } from './score-per-parameter-by-size.ts';

/** Every figure of the report, in the order in which they are published. */
export const figures: readonly Figure[] = [
  preparationSteps,
  scorePerParameterBySize,
  scoreBySize,
  co2PerParameterBySize,
];

/** The figure of an id; undefined for an unknown one. */
export const findFigure = (id: string): Figure | undefined => figures.find((figure) => figure.id === id);
