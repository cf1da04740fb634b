import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { claims } from '../claims/claims.ts';
import { figures } from '../figures/figures.ts';
import {
  camelCase,
  chapterFiles,
  chapterPath,
  chaptersFolder,
  checkId,
  create,
  edit,
  fileName,
  inWords,
  listed,
  moveChapter,
  Refusal,
  showIn,
  slugOfFile,
} from './project.ts';

/*
 * Writes a new figure, claim or chapter that passes every check and test, and says what to do next. The templates
 * are figures, claims and chapters like the others, with tests of their own.
 */

const template = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../templates', name), 'utf8');
const testTemplate = (name: string): string => readFileSync(join('tests/templates', name), 'utf8');

function newFigure(name?: string, chapter?: string): void {
  const id = checkId(
    'figure',
    name,
    figures.map((figure) => figure.id),
  );
  const path = chapterPath(chapter);
  const named = (text: string) =>
    text
      .replaceAll('newFigure', camelCase(id))
      .replaceAll('new-figure', id)
      .replaceAll('New figure', inWords(id))
      .replaceAll("'../figures/", "'./")
      .replaceAll('src/templates/figure.ts', `src/figures/${id}.ts`);
  create(`src/figures/${id}.ts`, named(template('figure.ts')));
  create(
    `tests/figures/${id}.test.ts`,
    named(testTemplate('figure.test.ts')).replace("'../figures/draw.ts'", "'./draw.ts'"),
  );
  showIn(path, `<Figure id="${id}" />`);
  edit(
    'src/figures/figures.ts',
    listed('figures: readonly Figure[] = [', `import { ${camelCase(id)} } from './${id}.ts';`, camelCase(id)),
  );
  format(`src/figures/${id}.ts`, `tests/figures/${id}.test.ts`);
  console.log('Its tests write what it draws into tests/golden:');
  run('vitest', 'run', 'tests/figures', '-t', `(?:^| )${id}[ ,.]`, '--update', '--reporter=dot');
  console.log(
    `Write your own question, query, rows and chart in src/figures/${id}.ts and compute them a second time in its test; then run npx vitest run tests/figures -t ${id} -u and read what changed in tests/golden.`,
  );
}

function newClaim(name?: string, chapter?: string): void {
  const id = checkId(
    'claim',
    name,
    claims.map((claim) => claim.id),
  );
  const list = `${camelCase(id)}Claim`;
  const path = chapterPath(chapter);
  const named = (text: string) =>
    text
      .replaceAll('newClaim', list)
      .replaceAll('new-claim', id)
      .replaceAll('New claim', inWords(id))
      .replaceAll("'../claims/claim.ts'", "'../claim.ts'")
      .replaceAll('src/templates/claim.ts', `src/claims/named/${id}.ts`);
  create(`src/claims/named/${id}.ts`, named(template('claim.ts')));
  create(
    `tests/claims/${id}.test.ts`,
    named(testTemplate('claim.test.ts').replace("'../claims/made.ts'", "'./made.ts'")),
  );
  showIn(path, `<Claim id="${id}" says="holds" />`);
  edit(
    'src/claims/claims.ts',
    listed('claims: readonly Claim[] = [', `import { ${list} } from './named/${id}.ts';`, `...${list}`),
  );
  format(`src/claims/named/${id}.ts`, `tests/claims/${id}.test.ts`);
  console.log(`Write your own sentence, test and statistics in src/claims/named/${id}.ts.`);
}

function newChapter(name?: string, before?: string): void {
  const files = chapterFiles();
  const slug = checkId('chapter', name, files.map(slugOfFile));
  const at = before === undefined ? files.length - 1 : files.findIndex((file) => slugOfFile(file) === before);
  if (at < 0)
    throw new Refusal(`there is no chapter “${before}”; there are ${files.map(slugOfFile).join(', ')}`);
  for (const [index, file] of [...files.entries()].slice(at).reverse()) moveChapter(file, index + 2);
  create(
    join(chaptersFolder, fileName(slug, at + 1)),
    template('chapter.mdx')
      .replace('order: 0', `order: ${at + 1}`)
      .replace('New chapter', inWords(slug)),
  );
}

function run(command: string, ...words: string[]): void {
  const { status } = spawnSync(join('node_modules/.bin', command), words, { stdio: 'inherit' });
  if (status !== 0) throw new Refusal(`${command} ${words.join(' ')} failed`);
}

const format = (...paths: string[]) => run('prettier', '--write', '--log-level', 'warn', ...paths);

/** Writes a new one of each kind, given its name and the chapter that it belongs to. Throws a `Refusal` where it cannot be. */
export const kinds: Readonly<Record<string, (name?: string, place?: string) => void>> = {
  figure: newFigure,
  claim: newClaim,
  chapter: newChapter,
};
