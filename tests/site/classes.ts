import { globSync } from 'node:fs';
import { transform, type Selector } from 'lightningcss';

/** Every style sheet of the report, by its path, in order. */
export const sheets = globSync('src/**/*.css').sort();

/** The classes that a style sheet names in its selectors. */
export function classesOf(css: string): Set<string> {
  const found = new Set<string>();
  const walk = (selector: Selector): void => {
    for (const part of selector) {
      if (part.type === 'class') found.add(part.name);
      if ('selectors' in part && part.selectors) for (const inner of part.selectors) walk([inner].flat());
    }
  };
  transform({
    filename: 'sheet.css',
    code: Buffer.from(css),
    drafts: { customMedia: true },
    visitor: { Selector: (selector) => walk(selector) },
  });
  return found;
}

// Where source text gives an element its classes; what is caught is code or the words themselves.
const places = [
  /\bclass="([^"]*)"/g,
  /\bclass=(\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\})/g,
  /\bclassList\.(?:add|toggle)\(([^)]*)\)/g,
  /\bclassName\s*=\s*([^;]*);/g,
  /\.className\]\s*=\s*([^;]*);/g,
  /\bclassName:\s*(\[[^\]]*\])/g,
  /'className',\s*(\[[^\]]*\])/g,
  /\bmake\('\w+',\s*('[^']*')/g,
];

/** The classes that source text gives to elements; `is-${…}` counts as the beginning of a class, `is-`. */
export function classesGiven(source: string): Set<string> {
  const caught = places.flatMap((place) =>
    [...source.matchAll(place)].map(([, text = '']) => text.replaceAll(/[!=]== '[^']*'/g, '')),
  );
  const words = caught.flatMap((text) =>
    /^[\w\s-]*$/.test(text)
      ? [text]
      : [...text.matchAll(/'([^']*)'|`([^`]*)`/g)].map((m) => m[1] ?? m[2] ?? ''),
  );
  return new Set(
    words
      .flatMap((text) => text.split(/\s+/))
      .map((word) => word.replace(/\$\{.*/, ''))
      .filter(Boolean),
  );
}

/**
 * The classes by which source text looks for elements, or asks whether they have them. A selector that a template
 * completes, `.box-${name}`, is tried with every word that the text quotes.
 */
export function classesSought(source: string): Set<string> {
  const words = [...source.matchAll(/'([a-z][\w-]*)'/g)].map(([, word = '']) => word);
  const completed = [...source.matchAll(/`\.([a-z][\w-]*-)\$\{/g)].map(([, start = '']) => start);
  const asked = [...source.matchAll(/(?:contains\('|toHaveClass\(\/)([\w-]+)/g)].map(([, name = '']) => name);
  const selectors = [...source.matchAll(/(['"`])((?:(?!\1).)*)\1/g)].map(([, , text = '']) => text);
  return new Set([
    ...selectors.flatMap((text) => [...text.matchAll(/\.([a-z][\w-]*)/g)].map(([, name = '']) => name)),
    ...completed.flatMap((start) => words.map((word) => start + word)),
    ...asked,
  ]);
}
