/** Longest pattern that names are searched for. */
const longest = 100;
/** How many times a part of a pattern may be repeated by count, those within others multiplied. */
const mostRepeats = 100;

const escapes = /^[dDwWsSbB]$/;
const punctuation = /^[!-/:-@[-^`{-~]$/;
const count = /^\{(\d+)(?:,(\d*))?\}/;

/** The end of a class that begins at `from`, or what is wrong with it. */
function classEnd(text: string, from: number): number | string {
  let at = from + 1;
  if (text[at] === '^') at += 1;
  if (text[at] === ']') return 'between [ and ] stands no sign';
  for (; at < text.length && text[at] !== ']'; at++) {
    if (text[at] === '[') return 'within [ ] write \\[ for a bracket';
    if (text[at] !== '\\') continue;
    at += 1;
    if (!/^[dDwWsS]$/.test(text[at] ?? '') && !punctuation.test(text[at] ?? ''))
      return `\\${text[at] ?? ''} is not known within [ ]`;
  }
  return at < text.length ? at : 'a [ is not closed by ]';
}

/**
 * What is wrong with a regular expression, as the end of a sentence; undefined where nothing is. It lets pass only
 * what the engine's RE2 and the browser read alike, so that a pattern is never refused by the engine.
 */
export function patternProblem(text: string): string | undefined {
  if (text.length > longest) return `it is longer than ${longest} signs`;
  if (/\p{C}/u.test(text)) return 'it holds a sign that no name has';
  let depth = 0;
  let repeats = 1;
  // What a repetition would repeat: something, something that is repeated already, or nothing.
  let before: 'nothing' | 'part' | 'repeated' = 'nothing';
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    const counted = count.exec(text.slice(at));
    if ('*+?'.includes(sign) || counted) {
      if (before === 'nothing') return `${counted?.[0] ?? sign} has nothing before it to repeat`;
      if (before === 'repeated') return `${counted?.[0] ?? sign} repeats a repetition`;
      if (counted) {
        const [whole, least, most] = counted;
        repeats *= Math.max(1, Number(least), Number(most || 0));
        if (repeats > mostRepeats) return `it repeats a part more than ${mostRepeats} times`;
        if (most && Number(most) < Number(least)) return `in ${whole} the second number is below the first`;
        at += whole.length - 1;
      }
      if (text[at + 1] === '?') at += 1;
      before = 'repeated';
      continue;
    }
    before = 'part';
    if (sign === '(') {
      if (text[at + 1] === '?' && text[at + 2] !== ':') return 'after (? only : is known, as in (?:a|b)';
      if (text[at + 1] === '?') at += 2;
      depth += 1;
      before = 'nothing';
    } else if (sign === ')') {
      depth -= 1;
      if (depth < 0) return 'a ) has no ( before it';
    } else if (sign === '[') {
      const end = classEnd(text, at);
      if (typeof end === 'string') return end;
      at = end;
    } else if (sign === '\\') {
      at += 1;
      const escaped = text[at] ?? '';
      if (escaped === '') return 'it ends in a \\, behind which a sign is missing';
      if (!escapes.test(escaped) && !punctuation.test(escaped))
        return `\\${escaped} is not known; behind \\ stands d, w, s, b or a sign such as .`;
      if (/[bB]/.test(escaped)) before = 'nothing';
    } else if (sign === '{' || sign === '}' || sign === ']') return `write \\${sign} for ${sign} itself`;
    else if ('|^$'.includes(sign)) before = 'nothing';
  }
  if (depth > 0) return 'a ( is not closed by )';
  try {
    new RegExp(text, 'u');
    return undefined;
  } catch {
    return 'a range in [ ] goes from the greater sign to the lesser';
  }
}
