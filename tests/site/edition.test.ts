import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { citationEntry, readCitationFile } from '../../src/references/citation-file.ts';
import { citationText, edition, titled } from '../../src/site/edition.ts';
import { citedTitle, report } from '../../src/site/report.ts';

const read = (file: string) => readFileSync(file, 'utf8');
/** The files that others than the site read, which say the title themselves. */
const files = {
  'CITATION.cff': titled.citation,
  'package.json': titled.package,
  'README.md': titled.readme,
};

describe('the title of the report', () => {
  // `npx vitest run tests/site/edition.test.ts -u` writes a new title into them.
  test.each(Object.entries(files))('is what %s says', async (file, withTitle) => {
    await expect(withTitle(read(file))).toMatchFileSnapshot(`../../${file}`);
  });

  test('is written in one place besides them', () => {
    const tracked = execFileSync('git', ['ls-files', 'src', 'content', 'public', 'tests', 'bench'], {
      encoding: 'utf8',
    });
    const typed = tracked
      .split('\n')
      .filter(
        (file) =>
          /\.(?:ts|tsx|astro|mdx|mjs|css|js|json|svg)$/.test(file) && read(file).includes(report.title),
      );
    expect(typed).toEqual(['src/site/report.ts']);
  });

  test('leads the cited one, whose second half goes on in small letters', () => {
    expect(citedTitle.startsWith(`${report.title}: `)).toBe(true);
    expect(citedTitle.slice(report.title.length + 2)).toMatch(/^[^A-Z]/);
  });

  test('leaves nothing of the old one behind when it changes', () => {
    const name = { title: 'Who’s $& first', cited: "Who's $& first: again" };
    for (const [file, withTitle] of Object.entries(files)) {
      const text = withTitle(read(file), name);
      expect(
        text.includes(name.title) || text.includes(name.cited) || text.includes("Who''s $& first"),
        file,
      ).toBe(true);
      expect(text.split('\n').slice(0, 12).join('\n')).not.toContain(report.title);
    }
    const citation = readCitationFile(titled.citation(read('CITATION.cff'), name));
    expect(citation.authors).toEqual([`The maintainers of ${name.title}`]);
    expect(citationEntry(citation)).not.toContain('Carbon');
    expect(citationEntry(citation)).toContain('@misc{who_s_first,');
    expect(
      (JSON.parse(titled.package(read('package.json'), name)) as { description: string }).description,
    ).toBe(name.cited);
  });

  test('stands in what the site publishes of the citation', () => {
    expect(edition.title).toBe(citedTitle);
    expect(citationText()).toContain(`name: The maintainers of ${report.title}\n`);
  });
});
