import { closest } from 'fastest-levenshtein';
import { bibliographyFile } from '../references/bibliography.ts';
import { citationsIn, type Citation } from '../references/citations.ts';
import { attribute, elements } from '../site/mdx.ts';
import { footerNavigation } from '../site/navigation.ts';
import type { ContentFile } from './content-file.ts';
import type { Known } from './known.ts';
import type { Problem } from './problem.ts';

/** What is wrong between the list of works and the text: works that nothing cites, and uses that do not exist. */
export function workProblems(files: readonly ContentFile[], exists: Known): Problem[] {
  const cited = files.map((file) => ({ file, citations: citationsIn(file.path, file.slug, file.root) }));
  const citations = cited.flatMap((each) => each.citations);
  return [...uncited(citations, exists), ...misused(cited, exists)];
}

const problem = (line: number, message: string): Problem => ({
  file: bibliographyFile,
  line,
  column: 1,
  message,
});

/** Works that nothing cites and that say no reason why a reader may want them. */
function uncited(citations: readonly Citation[], { toCite }: Known): Problem[] {
  const keys = new Set(citations.map(({ work }) => work));
  return toCite
    .filter(({ key }) => !keys.has(key))
    .map(({ key, line }) =>
      problem(
        line,
        `nothing cites “${key}”; cite it with <Cite id="${key}" />, or say in its annotation why a reader may want it`,
      ),
    );
}

/**
 * Works that are said to be used by what does not exist, or by a figure whose chapter does not cite them; for a
 * figure, Methods will do, for a page, any text.
 */
function misused(
  cited: readonly { file: ContentFile; citations: readonly Citation[] }[],
  { used, ids }: Known,
): Problem[] {
  const pages = footerNavigation.map(({ href }) => href).filter((href) => !href.includes('#'));
  const users = [...ids.figure, ...pages];
  const shows = ({ root }: ContentFile, figure: string) =>
    elements(root, 'Figure').some((node) => attribute(node, 'id') === figure);
  return used.flatMap(({ key, line, by }) =>
    by.flatMap((user) => {
      if (!users.includes(user))
        return [
          problem(
            line,
            `“${key}” has the keyword “${user}”, which is no figure and no page; the nearest that exists is “${closest(user, users)}”`,
          ),
        ];
      const serves = ({ file }: { file: ContentFile }) =>
        pages.includes(user) || file.slug === 'methods' || shows(file, user);
      return cited.filter(serves).some(({ citations }) => citations.some(({ work }) => work === key))
        ? []
        : [
            problem(
              line,
              pages.includes(user)
                ? `“${key}” is said to be used by ${user}, but no text cites it`
                : `“${key}” is said to be used by the figure “${user}”, but neither the chapter of that figure nor Methods cites it`,
            ),
          ];
    }),
  );
}
