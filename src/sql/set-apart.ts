const endsInWord = /[\p{L}\p{N}_]$/u;
const beginsWithWord = /^[\p{L}\p{N}_]/u;

/** A name with a space on each side where it would run into the word that stands there. */
export const setApart = (before: string, name: string, after: string): string =>
  (endsInWord.test(before) ? ' ' : '') + name + (beginsWithWord.test(after) ? ' ' : '');
