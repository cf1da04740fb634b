import { LineCounter, parseDocument, isMap, isScalar } from 'yaml';
import { headingsOf, MdxSyntaxError, parseMdx, type Heading, type Node, type Point } from '../site/mdx.ts';
import { namedFile, type NamedFile } from './names.ts';
import type { Problem } from './problem.ts';

/** A file of content as it is written: its path from the root of the project, and its text. */
export interface Source {
  path: string;
  text: string;
}

/** A value of the front matter, with its place. */
export interface FrontMatterValue {
  value: unknown;
  at: Point;
}

/** A file of content, read. */
export interface ContentFile extends NamedFile {
  frontMatter: ReadonlyMap<string, FrontMatterValue>;
  /** Whether the front matter is YAML, so that what it lacks can be told. */
  isYaml: boolean;
  root: Node;
  headings: readonly Heading[];
}

/**
 * Reads a file of content. Where it is no MDX, that is a problem, and the paragraph around it is left out so that
 * the rest is read all the same.
 */
export function readContent({ path, text: written }: Source): { file: ContentFile; problems: Problem[] } {
  // Some editors begin a file with a mark of its order of bytes, and some end lines in two characters.
  const text = written.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const problems: Problem[] = [];
  const problem = (at: Point, message: string) => problems.push({ file: path, ...at, message });
  const { root, headings, broken } = readAround(text);
  if (broken) problem(broken.at, `this is no MDX: ${broken.message}`);
  const { values, mistakes } = readFrontMatter(text);
  for (const { at, message } of mistakes) problem(at, message);
  const { kind, slug, mistake } = namedFile(path);
  if (mistake !== undefined) problem({ line: 1, column: 1 }, mistake);
  return {
    file: { path, kind, slug, frontMatter: values, isYaml: mistakes.length === 0, root, headings },
    problems,
  };
}

interface Read {
  root: Node;
  headings: Heading[];
  broken: MdxSyntaxError | undefined;
}

/** Reads a text; the paragraph of a mistake is blanked out, until the rest can be read. */
function readAround(text: string): Read {
  let lines = text.split('\n');
  let broken: MdxSyntaxError | undefined;
  for (;;) {
    const tried = lines.join('\n');
    try {
      return { root: parseMdx(tried), headings: headingsOf(tried), broken };
    } catch (error) {
      if (!(error instanceof MdxSyntaxError)) throw error;
      broken ??= error;
      const without = withoutParagraph(lines, error.at.line - 1);
      if (!without) return { root: { type: 'root' }, headings: [], broken };
      lines = without;
    }
  }
}

/** The lines with the paragraph of one of them blank; undefined where nothing is left to blank. */
function withoutParagraph(lines: readonly string[], line: number): string[] | undefined {
  const isBlank = (index: number) => (lines[index] ?? '').trim() === '';
  if (isBlank(line)) return undefined;
  let [from, to] = [line, line];
  while (!isBlank(from - 1)) from--;
  while (!isBlank(to + 1)) to++;
  return lines.map((each, index) => (index >= from && index <= to ? '' : each));
}

function readFrontMatter(text: string) {
  const values = new Map<string, FrontMatterValue>();
  const mistakes: { at: Point; message: string }[] = [];
  const [, yaml] = /^---\n([^]*?)^---$/m.exec(text) ?? [];
  if (yaml === undefined) return { values, mistakes };
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false });
  const pointAt = (offset: number): Point => {
    const { line, col } = counter.linePos(offset);
    // The fence stands above.
    return { line: line + 1, column: col };
  };
  for (const { pos, message } of document.errors)
    mistakes.push({ at: pointAt(pos[0]), message: `this is no YAML: ${message}` });
  if (isMap(document.contents))
    for (const { key, value } of document.contents.items)
      if (isScalar(key))
        values.set(String(key.value), {
          value: isScalar(value) ? value.value : value,
          at: pointAt((isScalar(value) ? value.range : key.range)?.[0] ?? 0),
        });
  return { values, mistakes };
}
