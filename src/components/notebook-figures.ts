import { claims } from '../claims/claims.ts';
import type { Claim } from '../claims/claim.ts';
import { figures } from '../figures/figures.ts';
import { judgedBy } from '../figures/seed-figure.ts';

/** A figure that replicates some of the notebook's, and the claim that judges what these were to show. */
export interface NotebookFigure {
  id: string;
  question: string;
  /** Numbers of the notebook's figures. */
  numbers: readonly number[];
  claim: Claim;
}

/** Every figure that replicates one of the notebook's, in the notebook's order. Throws for one that no claim judges. */
export const notebookFigures = (): NotebookFigure[] =>
  figures
    .flatMap(({ id, question, seed }) => {
      if (!seed) return [];
      const claim =
        claims.find((each) => each.id === judgedBy[id]) ??
        claims.find(({ figure, by }) => figure === id && by === 'notebook');
      if (!claim)
        throw new Error(
          `the figure ${id} replicates one of the notebook's and no claim judges it; name one in judgedBy, src/figures/seed-figure.ts`,
        );
      return [{ id, question, numbers: seed, claim }];
    })
    .toSorted((a, b) => a.numbers[0]! - b.numbers[0]! || (a.id < b.id ? -1 : 1));
