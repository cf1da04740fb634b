import { readFileSync } from 'node:fs';
import { readCitationFile } from '../references/citation-file.ts';
import { citedTitle, report } from './report.ts';

interface Names {
  /** The title of the report, and the title as a citation gives it. */
  title: string;
  cited: string;
}
const names: Names = { title: report.title, cited: citedTitle };

/** What a file of the repository says, with the title that the report has in the place of another one. */
export const titled = {
  /** `CITATION.cff`. */
  citation: (text: string, { title, cited } = names): string =>
    text
      .replace(/^title: .*$/m, () => `title: '${cited.replaceAll("'", "''")}'`)
      .replace(
        /^( *- name: )The maintainers of .*$/m,
        (_, start: string) => `${start}The maintainers of ${title}`,
      ),
  /** `package.json`. */
  package: (text: string, { cited } = names): string =>
    text.replace(/^( *"description": ).*(?=,$)/m, (_, start: string) => start + JSON.stringify(cited)),
  /** `README.md`. */
  readme: (text: string, { title } = names): string => text.replace(/^# .*$/m, () => `# ${title}`),
};

/** `CITATION.cff` as the site publishes it. */
export const citationText = (): string => titled.citation(readFileSync('CITATION.cff', 'utf8'));

/** Version, day of release and authors of the report, from `CITATION.cff`. */
export const edition = readCitationFile(citationText());
