import { contradiction, type Verdicts } from '../publication/verdicts.ts';
import type { Verdict } from '../claims/claim.ts';
import { attribute, elements, startOf } from '../site/mdx.ts';
import type { ContentFile } from './content-file.ts';
import type { Problem } from './problem.ts';

export type { Verdicts };

/** Claims that the text relies on and the data contradict. */
export function verdictProblems(file: ContentFile, verdicts: Verdicts): Problem[] {
  return elements(file.root, 'Claim').flatMap((node) => {
    const [id, says, prepared] = ['id', 'says', 'prepared'].map((name) => attribute(node, name));
    if (id === undefined || says === undefined) return [];
    const message = contradiction(verdicts, id, says as Verdict, prepared as Verdict | undefined);
    return message === undefined ? [] : [{ file: file.path, ...startOf(node), message }];
  });
}
