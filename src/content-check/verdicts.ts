import { neededBy, readTest, TestProblem, type SentenceTest } from '../claims/sentence-test.ts';
import { findClaim } from '../claims/claims.ts';
import { contradiction, falsehood, type Verdicts } from '../publication/verdicts.ts';
import { findStatistic } from '../statistics/statistics.ts';
import type { Verdict } from '../claims/claim.ts';
import { attribute, elements, startOf, type Node } from '../site/mdx.ts';
import type { ContentFile } from './content-file.ts';
import type { Problem } from './problem.ts';

export type { Verdicts };

/** Claims and tested words that the text relies on and the data contradict. */
export function verdictProblems(file: ContentFile, verdicts: Verdicts): Problem[] {
  const claims = elements(file.root, 'Claim').flatMap((node) => {
    const [id, says, prepared] = ['id', 'says', 'prepared'].map((name) => attribute(node, name));
    if (id === undefined || says === undefined) return [];
    const message = contradiction(verdicts, id, says as Verdict, prepared as Verdict | undefined);
    return message === undefined ? [] : [{ file: file.path, ...startOf(node), message }];
  });
  const words = testedWords(file).flatMap(({ node, that }) => {
    const preparation = attribute(node, 'preparation') === 'prepared' ? 'prepared' : 'reviewed';
    const message = falsehood(verdicts[preparation], preparation, that);
    return message === undefined ? [] : [{ file: file.path, ...startOf(node), message }];
  });
  return [...claims, ...words];
}

/** The statistics that the tested words of files need. */
export const needsOfWords = (files: readonly ContentFile[]): string[] => [
  ...new Set(files.flatMap(testedWords).flatMap(({ test }) => neededBy(test))),
];

/** Words with a test that can be read and names what exists; what is wrong with others is told of their props. */
function testedWords(file: ContentFile): { node: Node; that: string; test: SentenceTest }[] {
  return elements(file.root, 'Says').flatMap((node) => {
    const that = attribute(node, 'that');
    if (that === undefined) return [];
    try {
      const test = readTest(that);
      const exists = test.statistics.every(findStatistic) && test.claims.every(findClaim);
      return exists ? [{ node, that, test }] : [];
    } catch (error) {
      if (error instanceof TestProblem) return [];
      throw error;
    }
  });
}
